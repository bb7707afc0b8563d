package dev.multihoming.chaos;

import java.time.Duration;
import java.util.List;

/// Something that goes wrong in a bad night, and what is promised about it.
interface Fault {
    /// As the table and docs/operations.md call it.
    String name();

    /// For how long after the blow requests may fail for want of a judgement; zero where none may.
    default Duration mayFailFor() {
        return Duration.ZERO;
    }

    /// What is sent meanwhile.
    default List<Specimen> specimens() {
        return Specimen.ALL;
    }

    /// Does the damage, lets it last, and repairs it; tells the trial what else was promised and whether it holds.
    void strike(Scene scene, Trial trial) throws Exception;
}
