using LocalAws.EventBridge.Lists;
using LocalAws.EventBridge.Rules;
using LocalAws.EventBridge.Tags;
using LocalAws.EventBridge.Targets;

namespace LocalAws.EventBridge.Buses;

/// <summary>An event bus: its rules decide where its events go.</summary>
internal sealed record EventBus(string Name, string Arn, DateTimeOffset CreationTime) : INamed
{
    /// <summary>The bus that every region has, and that entries without a bus go to.</summary>
    public const string Default = "default";

    public string? Description { get; init; }

    /// <summary>Who else may put events on it, as JSON.</summary>
    public string? Policy { get; init; }

    public string? KmsKeyIdentifier { get; init; }

    public DeadLetterConfig? DeadLetterConfig { get; init; }

    public LogConfig? LogConfig { get; init; }

    public DateTimeOffset LastModifiedTime { get; init; } = CreationTime;

    public Catalog<Rule> Rules { get; init; } = Catalog<Rule>.Empty;

    public Catalog<Tag> Tags { get; init; } = Catalog<Tag>.Empty;
}

/// <summary>What AWS logs of a bus. It is kept, and nothing is logged.</summary>
internal sealed record LogConfig(string? IncludeDetail, string? Level);
