using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Workers.Effects.Decisions;
using Workers.Effects.Transactions;
using Workers.Events;
using Workers.Tests.Effects.Fakes;

namespace Workers.Tests.Effects.Transactions;

public sealed class WhenATransactionIsRefused : IDisposable
{
    private static readonly IReadOnlyList<Write> Writes =
        [Write.Insert(Shop.Product("mug"), Item.Empty), Write.Insert(Shop.Product("cup"), Item.Empty)];

    private readonly DynamoBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("ConditionalCheckFailed", "ConditionFailed")]
    [InlineData("TransactionConflict", "Contended")]
    [InlineData("ProvisionedThroughputExceeded", "Contended")]
    [InlineData("ThrottlingError", "Contended")]
    [InlineData("ValidationError", "Impossible")]
    [InlineData("ItemCollectionSizeLimitExceeded", "Impossible")]
    public async Task Its_reasons_say_what_can_be_done_write_by_write(string code, string kind)
    {
        _bench.Client.WriteFailure = () => Cancelled(new() { Code = "None" }, new() { Code = code, Message = "why" });

        var result = await CommitAsync();

        Assert.Null(result.Refusals[0]);
        Assert.Equal(kind, result.Refusals[1]!.Kind.ToString());
    }

    [Fact]
    public async Task A_failed_condition_brings_the_item_that_failed_it()
    {
        _bench.Client.WriteFailure = () => Cancelled(
            new() { Code = "ConditionalCheckFailed", Item = new() { ["name"] = new() { S = "Mug" } } },
            new() { Code = "ConditionalCheckFailed" });

        var result = await CommitAsync();

        Assert.Equal("Mug", result.Refusals[0]!.Existing!.Text("name"));
        Assert.Null(result.Refusals[1]!.Existing);
    }

    [Fact]
    public async Task A_request_that_is_invalid_is_impossible()
    {
        _bench.Client.WriteFailure = () => Error("ValidationException", HttpStatusCode.BadRequest);

        var impossible = await Assert.ThrowsAsync<ImpossibleRequestException>(CommitAsync);

        Assert.Equal("DynamoDB refuses the request: ValidationException happened", impossible.Message);
    }

    [Fact]
    public async Task An_outage_is_not_tried_again_for_the_SDK_has_done_so()
    {
        foreach (var outage in new Exception[]
        {
            Error("ThrottlingException", HttpStatusCode.BadRequest),
            Error("InternalServerError", HttpStatusCode.InternalServerError),
            Error("ResourceNotFoundException", HttpStatusCode.BadRequest),
            new AmazonClientException("No credentials."),
            new HttpRequestException("Connection refused."),
            new TimeoutException(),
        })
        {
            _bench.Client.WriteFailure = () => outage;
            await Assert.ThrowsAsync<StoreUnavailableException>(CommitAsync);
        }

        Assert.Equal(6, _bench.Client.Writes.Count);
    }

    [Theory]
    [InlineData("AccessDeniedException", HttpStatusCode.BadRequest, AwsFailure.Refused)]
    [InlineData("ResourceNotFoundException", HttpStatusCode.BadRequest, AwsFailure.Refused)]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest, AwsFailure.Throttled)]
    [InlineData("ServiceUnavailable", HttpStatusCode.ServiceUnavailable, AwsFailure.Outage)]
    [InlineData("InternalServerError", HttpStatusCode.InternalServerError, AwsFailure.LostAnswer)]
    public async Task Whatever_keeps_it_away_is_told_by_its_kind(string code, HttpStatusCode status, AwsFailure failure)
    {
        _bench.Client.WriteFailure = () => Error(code, status);

        Assert.Equal(failure, (await Assert.ThrowsAsync<StoreUnavailableException>(CommitAsync)).Failure);
    }

    private static AmazonDynamoDBException Error(string code, HttpStatusCode status) =>
        new($"{code} happened", ErrorType.Unknown, code, "request-1", status);

    private static TransactionCanceledException Cancelled(params IReadOnlyList<CancellationReason> reasons) =>
        new("Transaction cancelled") { CancellationReasons = [.. reasons] };

    private Task<CommitResult> CommitAsync() => _bench.Store.CommitAsync(Writes, TestContext.Current.CancellationToken);
}
