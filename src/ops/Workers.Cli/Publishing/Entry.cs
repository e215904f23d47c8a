using System.Text.Json.Nodes;

namespace Workers.Cli.Publishing;

/// <summary>One entry of an input, or what stands in its place.</summary>
/// <param name="Line">The line that it begins on, from 1.</param>
/// <param name="Content">The entry; null where it cannot be read.</param>
/// <param name="Problem">Why it cannot be read; null where it can.</param>
internal sealed record Entry(int Line, JsonObject? Content, string? Problem);
