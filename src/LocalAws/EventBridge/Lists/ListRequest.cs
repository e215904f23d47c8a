namespace LocalAws.EventBridge.Lists;

/// <summary>What the List operations ask for; each has some of these members.</summary>
internal sealed record ListRequest
{
    public string? NamePrefix { get; init; }

    public string? EventBusName { get; init; }

    public string? Rule { get; init; }

    public string? TargetArn { get; init; }

    public string? EventSourceArn { get; init; }

    public string? State { get; init; }

    public int? Limit { get; init; }

    public string? NextToken { get; init; }
}
