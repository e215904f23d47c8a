using System.Text.Json.Nodes;
using Workers.Events.Publishing;

namespace Workers.Tests.Producer;

/// <summary>A bus that records what it takes, and takes nothing while it is down.</summary>
internal sealed class FakePublisher : IEventPublisher
{
    public List<OutgoingEvent> Taken { get; } = [];

    public bool IsDown { get; set; }

    /// <summary>Whether, while it is down, an answer was lost rather than a no received.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>What a publish waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Calls { get; private set; }

    public JsonObject LastDetail => JsonNode.Parse(Taken[^1].Detail)!.AsObject();

    public Task PublishAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        Calls++;
        if (IsDown)
        {
            throw new PublishFailedException("1 of 1 events were not taken: InternalFailure.", events) { OutcomeIsUnknown = LosesAnswers };
        }

        Taken.AddRange(events);
        return Gate.WaitAsync(cancellationToken);
    }
}
