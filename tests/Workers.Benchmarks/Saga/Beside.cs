using Workers.Benchmarks.Figures;

namespace Workers.Benchmarks.Saga;

/// <summary>Puts the two designs side by side: a row has ours, the textbook's and what ours is of the textbook's.</summary>
internal static class Beside
{
    private const string Notification = "notification";

    public static Figure Row(string what, Goal? goal, double ours, double textbook) => new(
        what,
        goal,
        ours,
        new Dictionary<string, double>
        {
            [SagaDesign.Textbook.Name] = textbook,
            [$"{SagaDesign.Ours.Name} / {SagaDesign.Textbook.Name}"] = textbook == 0 ? 0 : ours / textbook,
        });

    /// <summary>The requests for an order: all together, by operation, and each worker's share.</summary>
    public static IEnumerable<Figure> Requests(string load, Goal? goal, SagaCosts ours, SagaCosts textbook)
    {
        yield return Compare("DynamoDB requests per order", costs => costs.PerOrder("dynamodb"), goal);
        yield return Compare(
            "the same without notification", costs => costs.PerOrder("dynamodb", worker => worker != Notification));
        yield return Compare("SQS requests per order, empty receives apart", costs => costs.PerOrder("sqs"));
        yield return Compare("PutEvents calls per order", costs => costs.PerOrder("events"));
        foreach (var operation in ours.Operations("dynamodb").Union(textbook.Operations("dynamodb")).Order())
        {
            yield return Compare($"{operation["dynamodb.".Length..]} per order", costs => (double)costs.Total(operation) / costs.Orders);
        }

        foreach (var worker in SagaDesign.Workers.Select(worker => worker.Name))
        {
            yield return Compare($"{worker}: DynamoDB requests per order", costs => costs.PerOrder("dynamodb", of => of == worker));
            yield return Compare($"{worker}: SQS requests per order", costs => costs.PerOrder("sqs", of => of == worker));
            yield return Compare($"{worker}: PutEvents calls per order", costs => costs.PerOrder("events", of => of == worker));
        }

        Figure Compare(string what, Func<SagaCosts, double> value, Goal? goal = null) =>
            Row($"{load}, {what}", goal, value(ours), value(textbook));
    }
}
