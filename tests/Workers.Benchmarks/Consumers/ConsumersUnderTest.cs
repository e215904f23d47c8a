namespace Workers.Benchmarks.Consumers;

/// <summary>Everything that is compared: ours, the least that consuming takes, and what most consumers do.</summary>
internal static class ConsumersUnderTest
{
    public static readonly IConsumerUnderTest Engine = new EngineConsumer();
    public static readonly IConsumerUnderTest BareLoops = new BareLoops();
    public static readonly IReadOnlyList<IConsumerUnderTest> All = [Engine, BareLoops, new PeersLoop()];

    public static IConsumerUnderTest Named(string name) => All.Single(consumer => consumer.Name == name);
}
