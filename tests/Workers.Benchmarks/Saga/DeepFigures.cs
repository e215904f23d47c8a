using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Saga;

/// <summary>What an order costs where every queue is deep. The designs take turns.</summary>
internal static class DeepFigures
{
    private const int Orders = 2000;
    private const int TextbookOrders = 200;
    private const int MostRounds = 3;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(100);

    public static async Task<IEnumerable<Figure>> MeasureAsync(DeepSaga saga, bool isQuick, CancellationToken cancellationToken)
    {
        var part = isQuick ? 10 : 1;
        var rounds = await Rounds.RunAsync(isQuick ? 1 : MostRounds, Budget, async () =>
        (
            Ours: await saga.RunAsync(SagaDesign.Ours, Orders / part, cancellationToken),
            Textbook: await saga.RunAsync(SagaDesign.Textbook, TextbookOrders / part, cancellationToken)));
        return
        [
            .. Beside.Requests(
                "deep queues",
                Goal.AtMost(12),
                SagaCosts.Sum([.. rounds.Select(round => round.Ours.Costs)]),
                SagaCosts.Sum([.. rounds.Select(round => round.Textbook.Costs)])),
            Beside.Row(
                "deep queues, orders per second, here and today",
                null,
                Statistics.Median(rounds.Select(round => round.Ours.Rate)),
                Statistics.Median(rounds.Select(round => round.Textbook.Rate))),
        ];
    }
}
