using Workers.Contracts.Events;

namespace Workers.Analytics.Behaviour;

/// <summary>What was heard of a session so far, in whatever order it came.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="SessionId">Which of theirs: another visitor's session under the same id is another one.</param>
/// <param name="Number">The how-manieth of the visitor.</param>
/// <param name="BeganAt">The time of the event that was heard first; the session counts in its day.</param>
/// <param name="Events">How many events were heard.</param>
/// <param name="FirstAt">The time of the earliest.</param>
/// <param name="LastAt">The time of the latest.</param>
/// <param name="Reached">What it came to.</param>
/// <param name="Interest">When it viewed and clicked.</param>
/// <param name="Waiting">Purchases before which no view or click was heard of; one may still come.</param>
internal sealed record Session(
    string UserId,
    string SessionId,
    int Number,
    DateTimeOffset BeganAt,
    int Events,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    Milestones Reached,
    Interest Interest,
    IReadOnlyList<Purchase> Waiting)
{
    /// <summary>How many purchases wait at most. A session with more forgets its oldest, which then never converts.</summary>
    public const int MostWaiting = 20;

    /// <summary>A session of which nothing was heard.</summary>
    public static Session Begin(string userId, string sessionId, int number, DateTimeOffset at) =>
        new(userId, sessionId, number, at, Events: 0, at, at, Milestones.None, Interest.None, []);

    public TimeSpan Length => LastAt - FirstAt;

    /// <summary>Takes one more event in.</summary>
    /// <param name="at">When it happened.</param>
    /// <param name="step">The step of the funnel that it is; null where it is none.</param>
    /// <param name="purchase">The purchase that it is; null where it is none.</param>
    /// <param name="window">How long after a view or a click a purchase is a conversion.</param>
    public Heard Hear(DateTimeOffset at, BehaviourStep? step, Purchase? purchase, TimeSpan window)
    {
        var interest = step is BehaviourStep.View or BehaviourStep.Click ? Interest.With(at, window) : Interest;
        var purchases = purchase is null ? Waiting : [.. Waiting, purchase];
        var converted = purchases.Where(bought => interest.IsBefore(bought.At, window)).ToList();
        var heard = this with
        {
            Events = Events + 1,
            FirstAt = at < FirstAt ? at : FirstAt,
            LastAt = at > LastAt ? at : LastAt,
            Reached = Reached | MilestoneOf(step) | (converted.Count > 0 ? Milestones.Converted : Milestones.None),
            Interest = interest,
            Waiting = [.. purchases.Except(converted).OrderBy(bought => bought.At).TakeLast(MostWaiting)],
        };
        return new(heard, purchase, converted);
    }

    private static Milestones MilestoneOf(BehaviourStep? step) => step switch
    {
        BehaviourStep.View => Milestones.View,
        BehaviourStep.Click => Milestones.Click,
        BehaviourStep.Purchase => Milestones.Purchase,
        _ => Milestones.None,
    };
}

/// <summary>What one event made of a session.</summary>
/// <param name="Session">The session with it.</param>
/// <param name="Purchase">The purchase that it is; null where it is none.</param>
/// <param name="Converted">The purchases that are conversions now, and were none before.</param>
internal sealed record Heard(Session Session, Purchase? Purchase, IReadOnlyList<Purchase> Converted);

/// <summary>What a session came to. The names stand in the <c>sessions</c> table.</summary>
[Flags]
internal enum Milestones
{
    None = 0,
    View = 1,
    Click = 2,
    Purchase = 4,
    Converted = 8,
}

/// <summary>A purchase of a session.</summary>
/// <param name="EventId">The id of the event that told it.</param>
/// <param name="At">When.</param>
/// <param name="OrderValue">What it was worth, where the producer says so.</param>
/// <param name="Currency">In which currency, where the producer says so.</param>
internal sealed record Purchase(string EventId, DateTimeOffset At, decimal? OrderValue, string? Currency);
