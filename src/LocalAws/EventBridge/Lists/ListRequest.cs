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

    /// <summary>Archives and replays are filtered by one thing at a time.</summary>
    public void CheckFilters(string operation)
    {
        string?[] filters = [EventSourceArn, NamePrefix, State];
        if (filters.Count(filter => filter is not null) > 1)
        {
            throw EventBridgeErrors.Validation(
                $"At most one filter is allowed for {operation}. Use either : State, EventSourceArn, or NamePrefix.");
        }
    }
}
