using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Saga;

/// <summary>What an order costs, and how long it takes, where it is alone. The designs take turns.</summary>
internal static class LightFigures
{
    private const int Orders = 20;
    private const int MostRounds = 3;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(90);

    public static async Task<IEnumerable<Figure>> MeasureAsync(LightSaga saga, bool isQuick, CancellationToken cancellationToken)
    {
        var rounds = await Rounds.RunAsync(isQuick ? 1 : MostRounds, Budget, async () =>
        (
            Ours: await saga.RunAsync(SagaDesign.Ours, isQuick ? Orders / 4 : Orders, cancellationToken),
            Textbook: await saga.RunAsync(SagaDesign.Textbook, isQuick ? Orders / 4 : Orders, cancellationToken)));
        var ours = rounds.Select(round => round.Ours).ToList();
        var textbook = rounds.Select(round => round.Textbook).ToList();
        return
        [
            .. Beside.Requests(
                "light load",
                null,
                SagaCosts.Sum([.. ours.Select(run => run.Costs)]),
                SagaCosts.Sum([.. textbook.Select(run => run.Costs)])),
            Compare("one hop (Order Placed to Inventory Reserved), p50, ms", null, Hop),
            Compare("placed to completed, p50, ms", null, Way),
            Compare("placed to completed, p50, in hops", Goal.AtMost(12), runs => Way(runs) / Hop(runs)),
        ];

        Figure Compare(string what, Goal? goal, Func<IEnumerable<LightSaga.Run>, double> value) =>
            Beside.Row($"light load, {what}", goal, value(ours), value(textbook));
    }

    private static double Hop(IEnumerable<LightSaga.Run> runs) => Statistics.Median(runs.SelectMany(run => run.Hops));

    private static double Way(IEnumerable<LightSaga.Run> runs) => Statistics.Median(runs.SelectMany(run => run.Ways));
}
