package dev.multihoming.cli.command;

import dev.multihoming.client.ApiServerAddress;
import dev.multihoming.client.ClusterLogin;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.TokenLogin;
import dev.multihoming.console.engine.Writes;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// The users of a cluster, each with an engine that asks the cluster with the user's token only.
///
/// @param areWriting whether they may write networks, with the same token
/// @param spec of the command that serves them
record TokenUsers(ApiServerAddress server, boolean areWriting, CommandSpec spec) implements TokenLogin {
    @Override
    public Optional<User> user(String token) {
        ClusterLogin login = ClusterLogin.withToken(server, token);
        try {
            return login.user().map(name -> new User(name, engine(login), writes(login)));
        } catch (LiveObjects.Unreadable e) {
            throw new Engine.Refused("The API server does not answer. Try again later.", e);
        }
    }

    private Optional<Writes> writes(ClusterLogin login) {
        return areWriting
                ? Optional.of(new ConsoleWrites(login, Optional.empty(), ConsoleWrites.MOST_OF_SHARED_PROCESS))
                : Optional.empty();
    }

    private Engine engine(ClusterLogin login) {
        return new ConsoleEngine(List.of(), JudgingOptions.of(login, spec));
    }
}
