using LocalAws.EventBridge.Lists;
using LocalAws.EventBridge.Rules;
using LocalAws.EventBridge.Tags;

namespace LocalAws.EventBridge.Buses;

/// <summary>An event bus: its rules decide where its events go.</summary>
internal sealed record EventBus(string Name, string Arn, DateTimeOffset CreationTime) : INamed
{
    /// <summary>The bus that every region has, and that entries without a bus go to.</summary>
    public const string Default = "default";

    public string? Description { get; init; }

    public Catalog<Rule> Rules { get; init; } = Catalog<Rule>.Empty;

    public Catalog<Tag> Tags { get; init; } = Catalog<Tag>.Empty;

    /// <exception cref="Http.AwsException">There is no rule of that name.</exception>
    public Rule Rule(string name) =>
        Rules.Find(name) ?? throw EventBridgeErrors.NoRule(name, Name);
}
