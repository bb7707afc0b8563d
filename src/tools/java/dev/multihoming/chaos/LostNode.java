package dev.multihoming.chaos;

import java.time.Duration;

/// A node that loses its power, or its network: nobody ends the API server's connection to the replica there,
/// and nothing comes back on it. The API server gives it up by itself when its pings go unanswered, and the
/// Service when the cluster has given up the node.
record LostNode() implements Fault {
    /// node-monitor-grace-period, 40 s until Kubernetes 1.31 and 50 s since.
    private static final Duration UNTIL_GIVEN_UP = Duration.ofSeconds(50);

    /// HTTP/2 in client-go: 30 s without a frame, 15 s for the answer to a ping; and then the new connection must
    /// not go to the same replica.
    private static final Duration UNTIL_OTHERS_ANSWER = Duration.ofSeconds(75);

    @Override
    public String name() {
        return "the node of a replica is lost";
    }

    @Override
    public Duration mayFailFor() {
        return UNTIL_OTHERS_ANSWER;
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        Replica victim = scene.busiest();
        victim.wire().silence();
        Thread.sleep(UNTIL_GIVEN_UP);
        scene.giveUp(victim);
        Thread.sleep(UNTIL_OTHERS_ANSWER.minus(UNTIL_GIVEN_UP));
        victim.wire().mend();
        scene.takeBack(victim);
    }
}
