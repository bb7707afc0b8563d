package dev.multihoming.core.json;

/// A place in a text as editors count it: lines and columns (characters) from 1.
public record TextPosition(int line, int column) {
    @Override
    public String toString() {
        return "line " + line + " column " + column;
    }
}
