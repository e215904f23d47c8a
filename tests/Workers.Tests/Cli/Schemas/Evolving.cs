using Workers.Cli.Schemas;

namespace Workers.Tests.Cli.Schemas;

/// <summary>Checks schemas that a spec writes out, without files.</summary>
internal static class Evolving
{
    public const string Name = "shop.thing-moved";

    /// <summary>What a check finds where one event becomes another version of itself.</summary>
    public static SchemasAnswer Check(string was, string becomes, string version = "1.0", string next = "1.1") =>
        Check([(File(version), was)], [(File(next), becomes)]);

    /// <summary>The same for any files; no upcaster reads anything unless a spec says so.</summary>
    public static SchemasAnswer Check(
        IEnumerable<(string File, string Text)> was, IEnumerable<(string File, string Text)> becomes, Func<string, int, bool>? isRead = null) =>
        new Evolution(isRead ?? ((_, _) => false)).Check(new SchemaSet(was), new SchemaSet(becomes), "v1", "docs/events");

    public static string File(string version, string name = Name) => $"{name}.{version}.schema.json";

    /// <summary>A schema with one member <c>a</c>, optional, of these rules.</summary>
    public static string Of(string member, string required = "") =>
        $$"""{"type":"object","properties":{"a":{{member}}},"required":[{{required}}]}""";
}
