using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;

namespace Workers.Benchmarks.Saga.Textbook;

/// <summary>
/// Looks for the marker, does the work call by call, publishes, puts the marker. A crash in between repeats what was done, as in most
/// consumers.
/// </summary>
internal sealed class TextbookStep(
    IAmazonDynamoDB dynamoDb, IEventPublisher publisher, EventRegistry registry, IOptions<ResourceNaming> naming)
{
    public async Task HandleAsync(string queue, ReceivedEvent read)
    {
        var marker = TextbookCalls.KeyOf(IdempotencyColumns.Marker, $"{queue}#{read.Metadata.EventId}");
        var known = await dynamoDb.GetItemAsync(
            TextbookCalls.Get(naming.Value.NameOf(Topology.IdempotencyTable), marker), CancellationToken.None);
        if (known.Item is { Count: > 0 })
        {
            return;
        }

        var now = TimeProvider.System.GetUtcNow();
        var work = TextbookBusiness.WorkOf(queue, read.Detail, now);
        foreach (var call in work.Calls)
        {
            await CallAsync(call);
        }

        if (work.Says is { } detail)
        {
            var metadata = new EventMetadata($"{read.Metadata.EventId}-{queue}", read.Metadata.CorrelationId, read.Metadata.EventId);
            await publisher.PublishAsync([registry.Compose(detail, metadata, now)], CancellationToken.None);
        }

        await CallAsync(TextbookCalls.Put(Topology.IdempotencyTable, marker));
    }

    private Task CallAsync(AmazonDynamoDBRequest call)
    {
        switch (call)
        {
            case GetItemRequest get:
                get.TableName = naming.Value.NameOf(get.TableName);
                return dynamoDb.GetItemAsync(get, CancellationToken.None);
            case PutItemRequest put:
                put.TableName = naming.Value.NameOf(put.TableName);
                return dynamoDb.PutItemAsync(put, CancellationToken.None);
            case UpdateItemRequest update:
                update.TableName = naming.Value.NameOf(update.TableName);
                return dynamoDb.UpdateItemAsync(update, CancellationToken.None);
            default:
                throw new UnreachableException($"No textbook worker makes a {call.GetType().Name}.");
        }
    }
}
