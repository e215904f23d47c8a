namespace Workers.Events.Reading.Json;

/// <summary>The one member of a detail that is not the business's.</summary>
internal sealed class DetailJson
{
    public MetadataJson? Metadata { get; set; }
}
