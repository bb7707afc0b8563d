package dev.multihoming.console.engine;

import java.util.Optional;

/// Lets the users of a cluster in by their own tokens. Several requests may call it at once.
public interface TokenLogin {
    /// The user of that token, with an engine that has the rights of the token and no others; empty where the API
    /// server does not accept it.
    ///
    /// @throws Engine.Refused where the API server does not answer
    Optional<User> user(String token);

    /// Who is logged in.
    ///
    /// @param name as the API server says it
    /// @param writes with the rights of the token, likewise; empty where the console only reads
    record User(String name, Engine engine, Optional<Writes> writes) {}
}
