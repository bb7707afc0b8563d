package dev.multihoming.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The program behind `make chaos`: one fault after the other, a table of what came of each, and the promises
/// that were broken. Arguments choose the faults whose names contain them.
public final class Chaos {
    private static final int ROLLOUTS = Integer.getInteger("chaos.rollouts", 5);
    private static final int LARGE_NETWORKS = Integer.getInteger("chaos.networks", 10_000);

    /// Requests that are judged before a fault and after it, however long a busy machine takes for them.
    private static final int JUDGED_BEFORE = 100;
    private static final int JUDGED_AFTER = 200;

    private Chaos() {}

    public static void main(String... names) throws Exception {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "chaos-");
        List<Row> rows = new ArrayList<>();
        try (Scene scene = Scene.set(folder)) {
            System.out.println(Row.HEADING);
            for (Fault fault : faults()) {
                if (names.length == 0 || Arrays.stream(names).anyMatch(fault.name()::contains)) {
                    Row row = play(scene, fault);
                    System.out.println(row);
                    rows.add(row);
                }
            }
        } catch (RuntimeException e) {
            // Threads of kube-api-test would keep this process alive.
            e.printStackTrace();
            System.exit(2);
        }
        System.exit(tell(rows));
    }

    static List<Fault> faults() {
        return List.of(
                new KilledReplica(),
                new LostNode(),
                new Rollouts(ROLLOUTS),
                new RestartedApiServer(),
                new CutEtcd(),
                new SlowEtcd(),
                BrokenWatch.cut(),
                BrokenWatch.silent(),
                new ExpiredVersion(),
                new InvalidFlood(),
                new InventedNames(),
                new SlowClients(),
                new Garbage(),
                new FullLogDisk(),
                new ClockBehind(),
                new ClockAhead(),
                new AlteredConfiguration(),
                new DeletedConfiguration(),
                // The last one: what it leaves behind slows down everything after it.
                new ManyLargeNetworks(LARGE_NETWORKS));
    }

    static Row play(Scene scene, Fault fault) throws Exception {
        scene.awaitCalm();
        RequestCounts tally = new RequestCounts();
        int skipped = scene.skippedMutations();
        Trial trial;
        try (PodStream _ = new PodStream(scene.api(), fault.specimens(), tally)) {
            tally.awaitRight(JUDGED_BEFORE);
            tally.blow();
            trial = new Trial();
            fault.strike(scene, trial);
            tally.awaitRight(JUDGED_AFTER);
        }
        // An API server that was restarted counts anew.
        tally.skippedMutations(Math.max(0, scene.skippedMutations() - skipped));
        return trial.row(fault, tally);
    }

    /// 0 where every promise was kept.
    private static int tell(List<Row> rows) {
        int broken = 0;
        for (Row row : rows) {
            row.remarks().forEach(remark -> System.out.printf("%n%s: %s", row.fault(), remark));
            for (String promise : row.broken()) {
                broken++;
                System.out.printf("%n!! %s: not kept: %s", row.fault(), promise);
            }
            if (!row.broken().isEmpty()) {
                row.tally().examples().forEach(example -> System.out.printf("%n   %s", example));
            }
        }
        System.out.printf("%n%d faults, %d promises not kept%n", rows.size(), broken);
        return broken == 0 ? 0 : 1;
    }
}
