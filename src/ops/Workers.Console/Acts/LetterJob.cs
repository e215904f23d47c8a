using Workers.Operations.DeadLetters;
using Workers.Operations.Rehearsals;

namespace Workers.Console.Acts;

/// <summary>Dead letters that somebody wants sent back or thrown away.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Queue">The dead-letter queue's unprefixed name.</param>
/// <param name="Group">The group that is meant; null for every letter.</param>
/// <param name="By">Who asks.</param>
/// <param name="Reason">Why.</param>
/// <param name="PerSecond">How many a second at most.</param>
public sealed record LetterOrder(LetterJobKind Kind, string Queue, string? Group, string By, string Reason, int PerSecond);

/// <summary>What has become of a <see cref="LetterOrder"/>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Order">What was asked for.</param>
/// <param name="BeginsAt">When it begins; until then it can be undone.</param>
public sealed record LetterJob(string Id, LetterOrder Order, DateTimeOffset BeginsAt)
{
    private const int MostProblems = 5;

    /// <summary>How far it is.</summary>
    public LetterJobState State { get; init; } = LetterJobState.Waits;

    /// <summary>How many letters it has looked at so far.</summary>
    public int Looked { get; init; }

    /// <summary>What is to be told of its end; null until then.</summary>
    public string? Outcome { get; init; }

    public bool HasEnded => State is LetterJobState.Done or LetterJobState.Undone or LetterJobState.Failed;

    internal LetterJob Stopped(string outcome) => this with { State = LetterJobState.Failed, Outcome = outcome };

    internal LetterJob Ended(RehearsedRedriveAnswer answer)
    {
        var problems = answer.Groups.Select(group => group.Problem).OfType<string>().Distinct().ToList();
        var gone = answer.Groups.Sum(group => group.Redriven);
        return this with
        {
            State = problems.Count > 0 ? LetterJobState.Failed : LetterJobState.Done,
            Outcome = $"{gone} of {answer.Groups.Sum(group => group.Letters)} sent back, one first."
                + (problems.Count > 0 ? $" Stopped: {string.Join("; ", problems.Take(MostProblems))}." : ""),
        };
    }

    internal LetterJob Ended(RemovalAnswer answer)
    {
        var problems = answer.Problems().Select(removal => removal.Problem!).Distinct().ToList();
        var gone = answer.Removals.Count(removal => removal.Problem is null);
        var back = answer.CameBack > 0 ? $" {answer.CameBack} came back: the cause is still there." : "";
        var others = answer.Others > 0 ? $" {answer.Others} others were left." : "";
        var interrupted = answer.IsInterrupted ? ", then the console was stopped: ask again for the rest" : "";
        var wrong = problems.Count > 0 ? $" Problems: {string.Join("; ", problems.Take(MostProblems))}." : "";
        return this with
        {
            State = problems.Count > 0 || answer.CameBack > 0 || answer.IsInterrupted ? LetterJobState.Failed : LetterJobState.Done,
            Outcome = $"{gone} {(Order.Kind is LetterJobKind.Redrive ? "sent back" : "deleted")}{interrupted}.{back}{others}{wrong}",
        };
    }
}

/// <summary>What is done with dead letters.</summary>
public enum LetterJobKind
{
    /// <summary>They go back to the queue they were for.</summary>
    Redrive,

    /// <summary>Those that pass their rehearsal go back, one first.</summary>
    RedriveRehearsed,

    /// <summary>They are deleted.</summary>
    Discard,
}

/// <summary>How far a job is.</summary>
public enum LetterJobState
{
    /// <summary>It has not begun, and can be undone.</summary>
    Waits,

    /// <summary>It is under way.</summary>
    Runs,

    /// <summary>All went as it should.</summary>
    Done,

    /// <summary>Somebody took it back before it began.</summary>
    Undone,

    /// <summary>Something did not go as it should.</summary>
    Failed,
}
