using System.Globalization;
using System.Text.RegularExpressions;
using Workers.OrderHistory;
using Workers.Producer.Http;

namespace Workers.Producer.History;

/// <summary>What an order was: the fold of the beginning of its history.</summary>
internal sealed partial class OrderPast(HistoryStore history)
{
    private const int EntriesARead = 100;

    /// <summary>The order as of a version.</summary>
    /// <exception cref="ProblemException">It has no such version yet, or the order itself came later (404).</exception>
    public async Task<Order> AtVersionAsync(string orderId, int version, CancellationToken cancellationToken)
    {
        if (version < 1)
        {
            throw new InvalidRequestException(nameof(version), "must be from 1");
        }

        var order = await FoldAsync(orderId, entry => entry.Entry.Version <= version, cancellationToken);
        return order.Version < version
            ? throw new ProblemException(
                StatusCodes.Status404NotFound,
                "The order has no such version.",
                string.Create(CultureInfo.InvariantCulture, $"Its highest version is {order.Version}."))
            : Known(order);
    }

    /// <summary>The order as it was on record at a time: all entries before the first that was recorded later.</summary>
    /// <exception cref="ProblemException">The order was not on record then (404).</exception>
    public async Task<Order> AtTimeAsync(string orderId, string at, CancellationToken cancellationToken)
    {
        var time = TimeOf(at);
        return Known(await FoldAsync(orderId, entry => entry.RecordedAt <= time, cancellationToken));
    }

    private async Task<Order> FoldAsync(string orderId, Func<RecordedEntry, bool> isIn, CancellationToken cancellationToken)
    {
        var order = Order.None(orderId);
        HistoryPart part;
        do
        {
            part = await history.ReadAsync(orderId, order.Version, EntriesARead, cancellationToken);
            foreach (var entry in part.Entries)
            {
                if (!isIn(entry))
                {
                    return order;
                }

                order = OrderFold.Apply(order, entry.Entry);
            }
        }
        while (part.HasMore);

        return order;
    }

    private static Order Known(Order order) => order.Status is not null
        ? order
        : throw new ProblemException(
            StatusCodes.Status404NotFound, "The order was not known then.", "It came later, though facts about it may have come before it.");

    // In a query, + is a space unless it is written %2B; most callers forget that, and no time has a space there.
    private static DateTimeOffset TimeOf(string at)
    {
        var text = at.Replace(' ', '+');
        return Time.IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time)
            ? time
            : throw new InvalidRequestException(nameof(at), "must be an ISO 8601 time with its offset, such as 2026-01-15T10:00:00Z");
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex Time { get; }
}
