using System.Net;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Microsoft.Extensions.Options;
using Workers.Effects.Decisions;
using Workers.Effects.Transactions;
using Workers.Events;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Transactions;

public sealed class WhenDynamoDbAnswersThroughTheSdk
{
    [Fact]
    public async Task A_conflict_is_one_request_for_the_SDK_does_not_repeat_what_we_repeat()
    {
        var http = new CannedHttp(HttpStatusCode.BadRequest, """
            {
              "__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
              "CancellationReasons": [{ "Code": "TransactionConflict" }, { "Code": "None" }],
              "Message": "Transaction cancelled"
            }
            """);

        var result = await CommitAsync(http);

        Assert.Equal(RefusalKind.Contended, result.Refusals[0]!.Kind);
        Assert.Null(result.Refusals[1]);
        Assert.Equal(1, http.Requests);
    }

    [Fact]
    public async Task The_marker_that_exists_comes_with_its_refusal()
    {
        var http = new CannedHttp(HttpStatusCode.BadRequest, """
            {
              "__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
              "CancellationReasons": [
                { "Code": "ConditionalCheckFailed", "Item": { "expiresAt": { "N": "7" } }, "Message": "The condition failed" },
                { "Code": "None" }
              ]
            }
            """);

        var result = await CommitAsync(http);

        Assert.Equal(7, result.Refusals[0]!.Existing!.Number("expiresAt"));
    }

    [Fact]
    public async Task An_invalid_request_is_impossible()
    {
        var http = new CannedHttp(HttpStatusCode.BadRequest, """
            { "__type": "com.amazon.coral.validate#ValidationException", "message": "Not like this" }
            """);

        var impossible = await Assert.ThrowsAsync<ImpossibleRequestException>(() => CommitAsync(http));

        Assert.Equal("DynamoDB refuses the request: Not like this", impossible.Message);
        Assert.Equal(1, http.Requests);
    }

    private static async Task<CommitResult> CommitAsync(CannedHttp http)
    {
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1", AuthenticationRegion = "us-east-1", HttpClientFactory = http });
        var naming = Options.Create(new ResourceNaming());
        var pauses = new RetryPauses(new Jitter(new Random(42)), new FakeTime(), Options.Create(new Workers.Effects.EffectsOptions()));
        var store = new DynamoTransactionStore(client, naming, pauses, new WriteTranslator(naming), new(new(new CountingMeters())));
        return await store.CommitAsync(
            [Write.Insert(Shop.Product("mug"), Item.Empty), Write.Insert(Shop.Product("cup"), Item.Empty)],
            TestContext.Current.CancellationToken);
    }
}
