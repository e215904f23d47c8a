using Microsoft.Extensions.Options;
using Workers.Effects;
using Workers.Effects.Transactions;
using Workers.Events;

namespace Workers.Tests.Effects.Fakes;

/// <summary>The DynamoDB store over a scripted client.</summary>
internal sealed class DynamoBench : IDisposable
{
    private static readonly IOptions<ResourceNaming> Naming = Options.Create(new ResourceNaming { Prefix = "test-" });

    public DynamoBench()
    {
        var pauses = new RetryPauses(new Jitter(new Random(42)), Time, Options.Create(new EffectsOptions { MaxCommits = 4 }));
        Store = new(Client, Naming, pauses, new WriteTranslator(Naming), new(new(new CountingMeters())));
    }

    public FakeTime Time { get; } = new();

    public ScriptedDynamo Client { get; } = new();

    public DynamoTransactionStore Store { get; }

    public void Dispose() => Client.Dispose();
}
