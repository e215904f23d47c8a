using Workers.Events.Publishing;

namespace Workers.Tests.Events.Publishing;

/// <summary>A bus that takes every event unless told otherwise, and remembers each call and when it came.</summary>
internal sealed class FakeBus(FakeTime time) : IEventBus
{
    private readonly Queue<Func<IReadOnlyList<OutgoingEvent>, IReadOnlyList<string?>>> _answers = [];

    public List<(string BusName, IReadOnlyList<OutgoingEvent> Events)> Calls { get; } = [];

    public List<TimeSpan> Times { get; } = [];

    /// <summary>What every call waits for before it is answered.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public FakeBus Then(Func<IReadOnlyList<OutgoingEvent>, IReadOnlyList<string?>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public FakeBus ThenTakes() => ThenRefuses("none");

    /// <summary>Refuses the events whose detail is named, with one error code.</summary>
    public FakeBus ThenRefuses(string errorCode, params string[] details) =>
        Then(events => [.. events.Select(outgoing => details.Contains(outgoing.Detail) ? errorCode : null)]);

    public FakeBus ThenThrows(Exception exception) => Then(_ => throw exception);

    public async Task<IReadOnlyList<string?>> PutAsync(
        string busName, IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Calls.Add((busName, events));
        Times.Add(time.Elapsed);
        var answer = _answers.TryDequeue(out var next) ? next : _ => new string?[events.Count];
        await Gate;
        return answer(events);
    }
}
