using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Leases;

/// <summary>One mail per message, its claim and its record.</summary>
internal sealed class LeasedBench : IDisposable
{
    public static readonly ItemKey ClaimKey = Shop.Marker("Shop.SoldHandler#event-1#mail");
    public static readonly ItemKey RecordKey = new("mails", "mailId", "event-1");

    /// <summary>How much longer than its message's lease a claim holds.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);

    private readonly EffectsBench _effects = new();

    public FakeTime Time => _effects.Time;

    public InMemoryStore Store => _effects.Store;

    public RecordingPublisher Publisher => _effects.Publisher;

    public FakeLease Lease { get; } = new();

    public string EventId { get; set; } = "event-1";

    /// <summary>What a mail is sent once for; null: the event.</summary>
    public string? OncePer { get; set; }

    /// <summary>The token of the task that waits; null: none does.</summary>
    public string? TaskToken { get; set; }

    /// <summary>The claims under which a mail was sent.</summary>
    public List<EffectClaim> Sent { get; } = [];

    public Item? Claim => Store[ClaimKey];

    public long ClaimsLost => _effects.Meters["workers.effects.claims.lost"];

    public RecordingLog Log => _effects.Log;

    /// <summary>The handler's own token.</summary>
    public CancellationTokenSource Handling { get; } = new();

    public Task<Outcome> SendAsync(Func<CancellationToken, Task<EffectResult>>? effect = null) =>
        _effects.FinishAsync(_effects.Leased.RunAsync(
            Message(),
            "mail",
            OncePer,
            (claim, token) =>
            {
                Sent.Add(claim);
                return effect is null ? Task.FromResult(Recorded()) : effect(token);
            },
            Handling.Token));

    private EventMessage<Sold> Message()
    {
        var message = Shop.Message(EventId, lease: Lease);
        return message with { Metadata = message.Metadata with { TaskToken = TaskToken } };
    }

    /// <summary>Another worker has claimed the row, after this one's lease had lapsed.</summary>
    public void IsClaimedByAnother() => Store[ClaimKey] = Item.Empty
        .With("state", "InProgress").With("owner", "another").With("fence", (Claim?.Number("fence") ?? 0) + 1)
        .With("leaseUntil", Time.GetUtcNow() + TimeSpan.FromSeconds(20));

    public void Dispose() => Handling.Dispose();

    public static EffectResult Recorded() => EffectResult.Done(
        [Write.Insert(RecordKey, Item.Empty.With("to", "mug lover"))],
        [new Emission(new SoldOut("mug"), "mug")]);
}
