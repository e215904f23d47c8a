using Workers.Contracts;
using Workers.Events;
using Workers.Torture.Aws;

namespace Workers.Torture.Trade;

/// <summary>
/// Tells of customers and tickets on the bus: news before their ticket, orders before their registration, the same under one event id and
/// under two.
/// </summary>
/// <param name="random">The trader's.</param>
/// <param name="shop">Where an order is placed.</param>
/// <param name="aws">Whose bus hears it.</param>
/// <param name="books">What was told.</param>
/// <param name="order">Places an order of a customer.</param>
internal sealed class PeopleTrader(
    Random random, Shop shop, TortureAws aws, PeopleBooks books, Func<string, string, CancellationToken, Task> order)
{
    private static readonly EventName Registered = new("somebody", EventNames.AnyUserRegistered.DetailType);
    private static readonly EventName Ticket = new("somebody", EventNames.AnySupportTicket.DetailType);
    private static readonly string[] Priorities = ["low", "medium", "high", "urgent"];
    private static readonly string[] Categories = ["billing", "technical", "praise"];

    /// <summary>One customer or one ticket; what is told later of it, if anything.</summary>
    public Task<IReadOnlyList<Func<CancellationToken, Task>>> DealAsync(string id, CancellationToken cancellationToken) =>
        random.Next(2) == 0 ? CustomerAsync(id, cancellationToken) : TicketAsync(id, cancellationToken);

    private async Task<IReadOnlyList<Func<CancellationToken, Task>>> CustomerAsync(string id, CancellationToken cancellationToken)
    {
        var customerId = $"PERSON-{id}";
        switch (random.Next(3))
        {
            case 0:   // orders first, and registers when that is known
                await order(id, customerId, cancellationToken);
                return
                [
                    async token =>
                    {
                        await shop.UntilKnownAsync(customerId, token);
                        books.Register(customerId, hadOrdered: true);
                        await RegisterAsync(customerId, "first", token);
                    },
                ];
            case 1:   // orders after a while, perhaps after the reminder
                books.Register(customerId, hadOrdered: false);
                await RegisterAsync(customerId, "first", cancellationToken);
                return [token => order(id, customerId, token), token => RegisterAsync(customerId, "second", token)];
            default:
                books.Register(customerId, hadOrdered: false);
                await RegisterAsync(customerId, "first", cancellationToken);
                return [token => RegisterAsync(customerId, "first", token)];
        }
    }

    private async Task<IReadOnlyList<Func<CancellationToken, Task>>> TicketAsync(string id, CancellationToken cancellationToken)
    {
        var (ticketId, fate) = ($"TICKET-{id}", (TicketFate)random.Next(3));
        var (priority, category) = (Priorities[random.Next(Priorities.Length)], Categories[random.Next(Categories.Length)]);
        var isEarly = random.Next(3) == 0;
        books.Open(ticketId, fate);
        if (isEarly)
        {
            await UpdateAsync(ticketId, fate, cancellationToken);
        }

        await OpenAsync(ticketId, priority, category, "first", cancellationToken);
        return
        [
            token => isEarly ? Task.CompletedTask : UpdateAsync(ticketId, fate, token),
            token => OpenAsync(ticketId, priority, category, "second", token),
        ];
    }

    private Task RegisterAsync(string customerId, string telling, CancellationToken cancellationToken) =>
        TellAsync(Registered, $"{customerId}-{telling}", $$"""
            "userId":"{{customerId}}"
            """, cancellationToken);

    private Task OpenAsync(string ticketId, string priority, string category, string telling, CancellationToken cancellationToken) =>
        TellAsync(Ticket, $"{ticketId}-{telling}", $$"""
            "ticketId":"{{ticketId}}","customerId":"C","priority":"{{priority}}","category":"{{category}}","subject":"Help"
            """, cancellationToken);

    private async Task UpdateAsync(string ticketId, TicketFate fate, CancellationToken cancellationToken)
    {
        if (fate is TicketFate.Answered || (fate is TicketFate.Resolved && ticketId[^1] % 2 == 0))
        {
            await TellAsync(EventNames.TicketUpdated, $"{ticketId}-answered", $$"""
                "ticketId":"{{ticketId}}","status":"Answered"
                """, cancellationToken);
        }

        if (fate is TicketFate.Resolved)
        {
            await TellAsync(EventNames.TicketUpdated, $"{ticketId}-resolved", $$"""
                "ticketId":"{{ticketId}}","status":"Resolved"
                """, cancellationToken);
        }
    }

    private Task TellAsync(EventName name, string eventId, string members, CancellationToken cancellationToken)
    {
        books.Told(eventId);
        return aws.PutAsync(name, $$"""{ {{members}},"metadata":{"eventId":"{{eventId}}"} }""", cancellationToken);
    }
}
