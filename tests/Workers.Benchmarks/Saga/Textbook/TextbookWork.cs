using Amazon.DynamoDBv2;
using Workers.Events;

namespace Workers.Benchmarks.Saga.Textbook;

/// <summary>What a textbook worker does with one event, between its look for the marker and putting it.</summary>
/// <param name="Calls">What it asks DynamoDB, one after the other; tables by their unprefixed names.</param>
/// <param name="Says">What it then publishes; null for nothing.</param>
internal sealed record TextbookWork(IReadOnlyList<AmazonDynamoDBRequest> Calls, IEventDetail? Says = null);
