using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Children;
using Workers.Benchmarks.Consumers;
using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Steps;

/// <summary>Our engine and all that it is compared with, which take turns: while one consumes, the others rest.</summary>
internal sealed class Contest : IDisposable
{
    private static readonly EngineSettings AsItShips = new() { WaitTime = TimeSpan.FromSeconds(1) };   // a turn ends with its last poll

    private readonly List<Contender> _contenders = [];
    private int _rounds;

    private Contest()
    {
    }

    /// <summary>Starts all of them.</summary>
    /// <param name="aws">Where they consume.</param>
    /// <param name="peer">Takes part where it can be installed.</param>
    /// <param name="consumers">Ours and other loops.</param>
    /// <param name="work">How long handling a message takes, and how many may be handled at once; null: no time, as it ships.</param>
    /// <param name="cancellationToken">Ends whatever is under way.</param>
    public static async Task<Contest> StartAsync(
        EmbeddedAws aws,
        SqsConsumerPackage peer,
        IEnumerable<IConsumerUnderTest> consumers,
        (TimeSpan Takes, int AtOnce)? work,
        CancellationToken cancellationToken)
    {
        var takes = work?.Takes ?? TimeSpan.Zero;
        var settings = work is { AtOnce: var atOnce } ? AsItShips with { MaxInFlight = atOnce } : AsItShips;
        var contest = new Contest();
        foreach (var consumer in consumers)
        {
            contest._contenders.Add(await Contender.StartAsync(aws, consumer, settings, takes, cancellationToken));
        }

        if (await peer.InstallAsync(cancellationToken))
        {
            contest._contenders.Add(await Contender.StartAsync(
                aws, SqsConsumerPackage.Name, queue => peer.Start(aws.Endpoint, queue, settings, takes), cancellationToken));
        }

        return contest;
    }

    /// <summary>Each has a turn of so many messages. Rounds go forwards and backwards, so that none always follows the same one.</summary>
    public async Task<Round> RoundAsync(int messages)
    {
        var round = new Round([]);
        foreach (var contender in _rounds++ % 2 == 0 ? _contenders : Enumerable.Reverse(_contenders))
        {
            var (turn, callsPer1000) = await contender.TurnAsync(messages);
            await Console.Error.WriteLineAsync(
                $"  {contender.Name}: {turn.Rate:0} a second, {turn.CpuPerMessage:0} µs each, "
                + $"{turn.CpuSinceStart / messages:0} µs since its start");
            round.Turns.Add(contender.Name, new(turn.Rate, turn.CpuPerMessage, turn.CpuSinceStart / messages, callsPer1000));
        }

        return round;
    }

    public void Dispose() => _contenders.ForEach(contender => contender.Dispose());
}

/// <summary>The turns of one round, by the contenders' names.</summary>
internal sealed record Round(Dictionary<string, Round.Measured> Turns)
{
    /// <summary>A row with the median of what is made of each round: of ours and, in their own columns, of the others.</summary>
    /// <param name="row">The row.</param>
    /// <param name="rounds">The rounds.</param>
    /// <param name="value">What is compared.</param>
    /// <param name="to">What it is compared to, of all others' values; null: it is shown as it is.</param>
    public static Figure Compare(
        Figure row, IReadOnlyList<Round> rounds, Func<Measured, double> value, Func<Dictionary<string, double>, double>? to = null)
    {
        var medians = rounds[0].Turns.Keys.ToDictionary(name => name, name => Statistics.Median(rounds.Select(round => Of(round, name))));
        return row with
        {
            Ours = medians[ConsumersUnderTest.Engine.Name],
            Others = medians.Where(median => median.Key != ConsumersUnderTest.Engine.Name).ToDictionary(),
        };

        double Of(Round round, string name)
        {
            var others = round.Turns.Where(turn => turn.Key != ConsumersUnderTest.Engine.Name)
                .ToDictionary(turn => turn.Key, turn => value(turn.Value));
            return value(round.Turns[name]) / (to?.Invoke(others) ?? 1);
        }
    }

    /// <summary>What a turn took.</summary>
    /// <param name="Rate">Messages per second.</param>
    /// <param name="Cpu">The client's processor time per message, while the queue was deep.</param>
    /// <param name="CpuSinceStart">All of its processor time by the messages of this turn: per message, where it was the first one.</param>
    /// <param name="CallsPer1000">SQS calls per 1,000 messages.</param>
    public sealed record Measured(double Rate, double Cpu, double CpuSinceStart, double CallsPer1000);
}
