namespace Workers.Support;

/// <summary>Who gets which ticket. Bound from <c>Workers:Support</c>, beside the queue's own options.</summary>
public sealed class SupportOptions
{
    /// <summary>Which team a ticket goes to: the first route that it matches. The last one must match every ticket.</summary>
    /// <value>
    /// High and urgent ones to <c>senior</c>, then category <c>billing</c> to <c>finance</c>, <c>technical</c> to <c>engineering</c>, all
    /// others to <c>general</c>. Whoever sets a route replaces all of these.
    /// </value>
    public List<RouteOptions> Routes { get; set; } = [];

    /// <summary>
    /// The levels, lowest first. A ticket that is overdue goes to the level after its team's, or to the first where its team is none; from
    /// the last it goes nowhere.
    /// </summary>
    /// <value><c>senior</c>, <c>management</c>. Whoever sets one replaces both.</value>
    public List<string> Escalation { get; set; } = [];

    internal IReadOnlyList<RouteOptions> RoutesInUse => Routes is [] ? UsualRoutes : Routes;

    internal IReadOnlyList<string> LevelsInUse => Escalation is [] ? ["senior", "management"] : Escalation;

    private static RouteOptions[] UsualRoutes =>
    [
        new() { Team = "senior", Priorities = ["High", "Urgent"] },
        new() { Team = "finance", Categories = ["billing"] },
        new() { Team = "engineering", Categories = ["technical"] },
        new() { Team = "general" },
    ];
}

/// <summary>One line of the table of routes.</summary>
public sealed class RouteOptions
{
    /// <summary>The team: an id, as it stands in paths and addresses.</summary>
    public string Team { get; set; } = "";

    /// <summary>The priorities that it is for, whatever their case: low, normal, high, urgent.</summary>
    /// <value>None: all.</value>
    public List<string> Priorities { get; set; } = [];

    /// <summary>The categories that it is for, whatever their case.</summary>
    /// <value>None: all, and tickets without one.</value>
    public List<string> Categories { get; set; } = [];

    internal bool MatchesAll => Priorities is [] && Categories is [];
}
