using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Inputs;
using LocalAws.EventBridge.Lists;

namespace LocalAws.EventBridge.Targets;

/// <summary>A target, ready to be delivered to.</summary>
/// <param name="Definition">What the client said.</param>
/// <param name="Input">What it gets of an event.</param>
internal sealed record RuleTarget(Target Definition, ITargetInput Input) : INamed
{
    /// <summary>The id.</summary>
    public string Name => Definition.Id!;

    public string Arn => Definition.Arn!;

    /// <summary>The bus that the target is; null when it is none of this account.</summary>
    public BusAddress? Bus { get; } = EventBridgeArn.TryParse(Definition.Arn) is { Kind: EventBridgeArn.Bus, IsOfThisAccount: true } arn
        ? new BusAddress(arn.Region, arn.Path)
        : null;

    /// <summary>The API destination that the target is; null when it is none of this account.</summary>
    public EventBridgeArn? ApiDestination { get; } =
        EventBridgeArn.TryParse(Definition.Arn) is { Kind: EventBridgeArn.ApiDestinationKind, IsOfThisAccount: true } arn ? arn : null;

    public string? DeadLetterArn => Definition.DeadLetterConfig?.Arn;

    public int MaxRetries => Definition.RetryPolicy?.MaximumRetryAttempts ?? RetryPolicy.MostRetryAttempts;

    public TimeSpan MaxAge =>
        TimeSpan.FromSeconds(Definition.RetryPolicy?.MaximumEventAgeInSeconds ?? RetryPolicy.LongestEventAge);
}
