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

    public string? ConnectionState { get; init; }

    public string? ConnectionArn { get; init; }

    public int? Limit { get; init; }

    public string? NextToken { get; init; }

    /// <summary>The limits of what most lists share.</summary>
    /// <param name="longestPrefix">The longest name of what is listed.</param>
    public Constraints Constrain(int longestPrefix) =>
        ConstrainPage().OptionalName("namePrefix", NamePrefix, longestPrefix);

    /// <summary>The limits of what all lists share.</summary>
    public Constraints ConstrainPage() => new Constraints()
        .Bus("eventBusName", EventBusName)
        .OptionalSourceArn("eventSourceArn", EventSourceArn)
        .Length("nextToken", NextToken, 1, 2048)
        .Range("limit", Limit, 1, 100);

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
