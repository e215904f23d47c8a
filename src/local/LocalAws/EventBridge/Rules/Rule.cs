using LocalAws.EventBridge.Lists;
using LocalAws.EventBridge.Schedules;
using LocalAws.EventBridge.Tags;
using LocalAws.EventBridge.Targets;
using LocalAws.Patterns;

namespace LocalAws.EventBridge.Rules;

/// <summary>A rule of a bus: events that match its pattern go to its targets, and so does an event of its schedule.</summary>
internal sealed record Rule(string Name, string Arn, string BusName) : INamed
{
    public const int MaxNameLength = 64;

    public const string Enabled = "ENABLED";
    public const string Disabled = "DISABLED";
    public const string EnabledWithManagementEvents = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

    /// <summary>Null when the rule is only scheduled.</summary>
    public EventPattern? Pattern { get; init; }

    /// <summary>Null when the rule only matches events.</summary>
    public Schedule? Schedule { get; init; }

    public string State { get; init; } = Enabled;

    public string? Description { get; init; }

    public string? RoleArn { get; init; }

    /// <summary>The AWS service whose rule it is; null when it is the client's.</summary>
    public string? ManagedBy { get; init; }

    public Catalog<RuleTarget> Targets { get; init; } = Catalog<RuleTarget>.Empty;

    public Catalog<Tag> Tags { get; init; } = Catalog<Tag>.Empty;
}
