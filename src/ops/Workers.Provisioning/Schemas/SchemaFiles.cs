using Workers.Contracts;
using Workers.Events.Reading;
using Workers.Provisioning.Exporting;

namespace Workers.Provisioning.Schemas;

/// <summary>The schemas as files: one per event of the catalog, of its newest version.</summary>
public static class SchemaFiles
{
    /// <summary>Where they stand in the repository.</summary>
    public const string Folder = "docs/events";

    /// <summary>What their names end with.</summary>
    public const string Extension = ".schema.json";

    /// <summary>Every event of ours, by name.</summary>
    internal static IReadOnlyList<EventShape> Shapes { get; } =
        [.. EventCatalog.Build().Shapes.OrderBy(EventSchema.NameOf, StringComparer.Ordinal)];

    internal static IEnumerable<ExportedFile> All =>
        Shapes.Select(shape => ExportedFile.Whole($"{Folder}/{FileNameOf(shape)}", () => EventSchema.TextOf(shape)));

    /// <summary>Whether a registry reads an event in a major version, as it is or by an upcaster.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="name">Source and detail-type, as file names have them.</param>
    /// <param name="major">The major version.</param>
    public static bool IsRead(EventRegistry registry, string name, int major)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return registry.Routes.Any(route => EventSchema.NameOf(route.Key) == name && route.Value.ContainsKey(major));
    }

    internal static string FileNameOf(EventShape shape) => EventSchema.NameOf(shape) + Extension;

    internal static string FileNameOf(Type detail) => FileNameOf(Shapes.Single(shape => shape.Json.Type == detail));
}
