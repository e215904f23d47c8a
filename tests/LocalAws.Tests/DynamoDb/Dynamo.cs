using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.DynamoDb;
using LocalAws.Faults;
using LocalAws.Http;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.DynamoDb;

/// <summary>A DynamoDB of its own for a test, called in JSON without HTTP, on a clock that the test advances.</summary>
internal sealed class Dynamo
{
    private readonly DynamoDbService _service;

    public Dynamo(TimeSpan transactionLatency = default) => _service = new DynamoDbService(
        new LocalAwsOptions { TimeProvider = Time, TransactionLatency = transactionLatency });

    public FakeTimeProvider Time { get; } = new(Clock.Start);

    /// <summary>What goes wrong with calls from now on.</summary>
    public RequestFaults? Faults { get; set; }

    /// <summary>Calls an operation and returns its answer; a refusal throws.</summary>
    public Task<JsonNode> CallAsync(string operation, string request, string region = "us-east-1") =>
        CallAsync(_service, operation, request, region);

    /// <summary>Calls an operation of DynamoDB Streams.</summary>
    public Task<JsonNode> CallStreamsAsync(string operation, string request) =>
        CallAsync(_service.Streams, operation, request, "us-east-1");

    private async Task<JsonNode> CallAsync(IAwsService service, string operation, string request, string region)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using var writer = new Utf8JsonWriter(buffer);
        var context = new AwsRequest(region, "http://localhost", Encoding.UTF8.GetBytes(request)) { Faults = Faults };
        await service.Operations[operation](context, writer, TestContext.Current.CancellationToken);
        await writer.FlushAsync(TestContext.Current.CancellationToken);
        return buffer.WrittenCount == 0 ? new JsonObject() : Parse(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Calls an operation that is refused and returns why.</summary>
    public Task<AwsException> RefusedAsync(string operation, string request) =>
        Assert.ThrowsAsync<AwsException>(() => CallAsync(operation, request));

    /// <summary>Makes a table with a string partition key <c>pk</c> and, with a type for it, a sort key <c>sk</c>.</summary>
    public Task CreateTableAsync(string name, string? sortType = null, string partitionType = "S") => CallAsync("CreateTable", $$"""
        {
            "TableName": "{{name}}", "BillingMode": "PAY_PER_REQUEST",
            "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}
                {{(sortType is null ? "" : ", {\"AttributeName\": \"sk\", \"KeyType\": \"RANGE\"}")}}],
            "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "{{partitionType}}"}
                {{(sortType is null ? "" : $", {{\"AttributeName\": \"sk\", \"AttributeType\": \"{sortType}\"}}")}}]
        }
        """);

    public Task PutAsync(string table, string item) =>
        CallAsync("PutItem", $$"""{"TableName": "{{table}}", "Item": {{item}}}""");

    /// <summary>The item of that key, or null.</summary>
    public async Task<JsonNode?> GetAsync(string table, string key) =>
        (await CallAsync("GetItem", $$"""{"TableName": "{{table}}", "Key": {{key}}}"""))["Item"];

    /// <summary>What DescribeTable says of a table.</summary>
    public async Task<JsonNode> DescribeAsync(string table) =>
        (await CallAsync("DescribeTable", $$"""{"TableName": "{{table}}"}"""))["Table"]!;

    public static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(Parse(expected), actual), $"Expected {expected}, but it is {actual?.ToJsonString()}");

    private static JsonNode Parse(string json) =>
        JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 256 })!;
}
