namespace Workers.Cli.Loading;

/// <summary>What became of a load.</summary>
/// <param name="TargetRate">Orders a second, as asked for.</param>
/// <param name="AchievedRate">Orders a second that EventBridge took.</param>
/// <param name="Sent">Orders that were put on the bus.</param>
/// <param name="Refused">Those that EventBridge did not take.</param>
/// <param name="Reserved">Those with a reservation, which may have been given back or shipped since.</param>
/// <param name="Rejected">Those that the inventory worker turned down.</param>
/// <param name="Pending">Those that EventBridge took and that have no end yet.</param>
/// <param name="IsInterrupted">Whether somebody ended it.</param>
/// <param name="PublishMilliseconds">From an order's turn until EventBridge took it.</param>
/// <param name="DecisionMilliseconds">From an order's turn until its reservation was seen; 500 orders are looked for every 100 ms.</param>
internal sealed record LoadAnswer(
    int TargetRate,
    double AchievedRate,
    int Sent,
    int Refused,
    int Reserved,
    int Rejected,
    int Pending,
    bool IsInterrupted,
    Latency? PublishMilliseconds,
    Latency? DecisionMilliseconds)
{
    /// <summary>Whether every order has come to an end.</summary>
    public bool IsComplete => Refused == 0 && Pending == 0;

    public static LoadAnswer Of(LoadPlan plan, IReadOnlyList<LoadOrder> orders, TimeSpan publishing, bool isInterrupted)
    {
        var taken = orders.Where(order => order.Publishing is not null).ToList();
        var rejected = taken.Count(order => order.State == "Rejected");
        var pending = taken.Count(order => order.State is null);
        return new(
            plan.Rate,
            taken.Count / publishing.TotalSeconds,
            orders.Count,
            orders.Count - taken.Count,
            taken.Count - rejected - pending,
            rejected,
            pending,
            isInterrupted,
            Latency.Of(taken.Select(order => order.Publishing!.Value)),
            Latency.Of(taken.Where(order => order.State is not null).Select(order => order.Deciding)));
    }
}
