using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;

namespace Workers.Benchmarks.Effects;

/// <summary>
/// Looks for the marker, does the writes one after another, publishes, puts the marker. A crash in between repeats what was done:
/// here only its cost is of interest. The orders that it is given are all in stock.
/// </summary>
internal sealed class TextbookHandler(
    IAmazonDynamoDB dynamoDb, IEventPublisher publisher, EventRegistry registry, IOptions<ResourceNaming> naming) : IHandle<OrderPlaced>
{
    public async Task<Outcome> HandleAsync(EventMessage<OrderPlaced> message, CancellationToken cancellationToken)
    {
        var order = message.Detail;
        var marker = new Dictionary<string, AttributeValue> { ["marker"] = new($"Textbook#{message.Metadata.EventId}") };
        var known = await dynamoDb.GetItemAsync(
            new GetItemRequest(NameOf(Topology.IdempotencyTable), marker) { ConsistentRead = true }, cancellationToken);
        if (known.Item is { Count: > 0 })
        {
            return Outcome.Done;
        }

        foreach (var line in order.Products)
        {
            await dynamoDb.UpdateItemAsync(Reserve(line), cancellationToken);
        }

        await dynamoDb.PutItemAsync(new(NameOf(Topology.ReservationsTable), Reservation(order)), cancellationToken);
        var reserved = new InventoryReserved(
            order.OrderId, order.Products, message.Delivery.FirstReceivedAt, order.CustomerId, order.Amount);
        var metadata = new EventMetadata(
            $"{message.Metadata.EventId}-reserved", message.Metadata.CorrelationId, message.Metadata.EventId);
        await publisher.PublishAsync([registry.Compose(reserved, metadata, message.Delivery.FirstReceivedAt)], cancellationToken);
        await dynamoDb.PutItemAsync(new(NameOf(Topology.IdempotencyTable), marker), cancellationToken);
        return Outcome.Done;
    }

    private UpdateItemRequest Reserve(OrderItem line) => new()
    {
        TableName = NameOf(Topology.InventoryTable),
        Key = new() { ["productId"] = new(line.ProductId) },
        UpdateExpression = "ADD #available :less, #reserved :more",
        ConditionExpression = "#available >= :more",
        ExpressionAttributeNames = new() { ["#available"] = "available", ["#reserved"] = "reserved" },
        ExpressionAttributeValues = new() { [":less"] = Number(-line.Quantity), [":more"] = Number(line.Quantity) },
    };

    private static Dictionary<string, AttributeValue> Reservation(OrderPlaced order) => new()
    {
        ["orderId"] = new(order.OrderId),
        ["state"] = new("Reserved"),
        ["customerId"] = new(order.CustomerId),
        ["amount"] = Number(order.Amount),
        ["items"] = new()
        {
            L = [.. order.Products.Select(line => new AttributeValue
            {
                M = new() { ["productId"] = new(line.ProductId), ["quantity"] = Number(line.Quantity), ["price"] = Number(line.Price ?? 0) },
            })],
        },
    };

    private string NameOf(string table) => naming.Value.NameOf(table);

    private static AttributeValue Number(decimal number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };
}
