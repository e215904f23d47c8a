using Workers.Console.DeadLetters;
using Workers.Console.Watching;
using Workers.Console.Web;
using Workers.Contracts;
using Workers.Operations.Reading;

namespace Workers.Console.Orders;

/// <summary>Says of each branch what became of it, by what it left behind: a marker, an event that it caused, or a dead letter.</summary>
internal sealed class BranchJudge(
    IReadOnlyList<StoryEvent> events,
    IReadOnlyDictionary<string, Marker> markers,
    string? orderId,
    IReadOnlyDictionary<string, string> recordedBy,
    Observation? now,
    IEnumerable<LetterSurvey> looks,
    DateTimeOffset at)
{
    /// <summary>What only measures leaves no marker: it may run twice.</summary>
    private const string Measures = ".Measure";

    private readonly ILookup<string, StoryEvent> _effects =
        events.Where(told => told.CausationId is not null).ToLookup(told => told.CausationId!);

    public Branch Judge(StoryEvent told, Way way)
    {
        var branch = new Branch(way.Rules, way.Queue.Name, way.Queue.Worker, way.Handler.Name, BranchState.Untold)
        {
            Build = BuildOf(told, way),
        };
        var marker = MarkerKeys.Of(way.Handler.Name, told.EventId, orderId, told.TaskToken)
            .Select(markers.GetValueOrDefault)
            .FirstOrDefault(found => found is { IsOpen: false });
        if (marker is not null)
        {
            return branch with { State = BranchState.Handled, HandledAt = marker.At, Emitted = marker.Emitted };
        }

        var caused = _effects[told.EventId].Where(effect => Emits(way, effect)).ToList();
        if (caused.Count > 0)
        {
            var emitted = caused.Select(effect => effect.EventId);
            return branch with { State = BranchState.Handled, HandledAt = caused[0].OccurredAt, Emitted = [.. emitted] };
        }

        return way.Handler.Event is null ? branch with { State = BranchState.Handled, Note = "it is on the trail" }
            : way.Handler.Name.Contains(Measures, StringComparison.Ordinal) ? branch with { Note = "it only measures" }
            : LetterOf(told, way) is { } dead ? branch with
            {
                State = BranchState.Dead,
                IsDue = true,
                Note = dead.Reason,
                Href = $"/letters/{way.Queue.DeadLetterQueue}/{dead.Id}",
            }
            : NotYet(told, way) is { } note ? branch with { State = BranchState.Missing, Note = note }
            : branch with { State = BranchState.Missing, Note = WhyNot(told, way), IsDue = true };
    }

    // What a worker's other queues emit, a deadline's for example, has a marker under a key that is known.
    private static bool Emits(Way way, StoryEvent effect) =>
        Topology.Deployables.First(deployable => deployable.Name == way.Queue.Worker) is { Consumes: { } main } worker
        && main.Queue.Name == way.Queue.Name
        && worker.Emits.Contains(effect.Name);

    private LetterCause? LetterOf(StoryEvent told, Way way) => looks
        .Where(look => look.Queue == way.Queue.DeadLetterQueue)
        .SelectMany(look => look.Groups)
        .FirstOrDefault(group =>
            group.Examples.Any(letter => letter.EventId == told.EventId) || (orderId is not null && IsOf(group, told)));

    private bool IsOf(LetterCause group, StoryEvent told) => group.Event == told.Name.ToString() && group.Orders.Contains(orderId!);

    // The history says which build recorded an event; of other handlers it is known where one build alone runs.
    private string? BuildOf(StoryEvent told, Way way)
    {
        if (recordedBy.TryGetValue(told.EventId, out var by) && by.StartsWith(way.Handler.Name, StringComparison.Ordinal))
        {
            return by[way.Handler.Name.Length..].Trim();
        }

        var builds = now?.Instances.Where(instance => instance.Worker == way.Queue.Worker).Select(instance => instance.Build).Distinct();
        return builds?.ToList() is [var only] ? only : null;
    }

    private string? NotYet(StoryEvent told, Way way) =>
        way.Queue.Definition.Delay - (at - told.OccurredAt) is var dueIn && dueIn > TimeSpan.Zero ? $"due in {Figures.Span(dueIn)}"
        : Topology.ConsumptionOf(way.Queue.Name).IsTimer ? "it waits in a timer's queue until its time"
        : null;

    private string WhyNot(StoryEvent told, Way way) =>
        now?.Asked.GetValueOrDefault(way.Queue.Name) is { IsPaused: true } ? "the queue is paused"
        : now is not null && !now.Instances.Any(instance => instance.Worker == way.Queue.Worker) ? $"no instance of {way.Queue.Worker} runs"
        : $"nobody has handled it for {Figures.Span(at - told.OccurredAt)}";
}
