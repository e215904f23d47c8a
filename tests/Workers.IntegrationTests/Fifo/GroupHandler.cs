using Workers.Contracts.Events;
using Workers.Engine.Handling;

namespace Workers.IntegrationTests.Fifo;

/// <summary>Does with a message what the spec says, given its name and the attempt, and logs it.</summary>
internal sealed class GroupHandler(GroupLog log, Func<string, int, CancellationToken, Task<Outcome>> does) : IHandle<InventoryUpdated>
{
    public async Task<Outcome> HandleAsync(EventMessage<InventoryUpdated> message, CancellationToken cancellationToken)
    {
        var name = $"{message.Detail.ProductId}{message.Detail.Restock}";
        var attempt = log.Begin(name);
        var outcome = Outcome.Retry();
        try
        {
            return outcome = await does(name, attempt, cancellationToken);
        }
        finally
        {
            log.End(name, outcome == Outcome.Done);
        }
    }
}
