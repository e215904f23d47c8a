namespace LocalAws.Tests.Sqs;

public sealed class WhenABatchIsMalformed : SqsSpec
{
    public static TheoryData<string> Batches => ["SendMessageBatch", "DeleteMessageBatch", "ChangeMessageVisibilityBatch"];

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task No_entry_is_refused(string operation)
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync(operation, new { QueueUrl = queue, Entries = Array.Empty<object>() });

        Assert.Equal(("EmptyBatchRequest", "AWS.SimpleQueueService.EmptyBatchRequest"), (error.Code, error.QueryCode));
        Assert.Equal("EmptyBatchRequest", (await RefusedAsync(operation, new { QueueUrl = queue })).Code);
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task An_eleventh_entry_is_refused(string operation)
    {
        var error = await RefusedAsync(operation, await BatchAsync(Enumerable.Range(0, 11).Select(i => $"{i}")));

        Assert.Equal("TooManyEntriesInBatchRequest", error.Code);
        Assert.Equal("Maximum number of entries per request are 10. You have sent 11.", error.Message);
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task A_repeated_id_is_refused(string operation)
    {
        var error = await RefusedAsync(operation, await BatchAsync(["a", "b", "a"]));

        Assert.Equal(("BatchEntryIdsNotDistinct", "Id a repeated."), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("dot.ted")]
    [InlineData("")]
    [InlineData("a23456789a123456789a123456789a123456789a123456789a123456789a123456789a12345678901")]
    public async Task A_malformed_id_is_refused(string id)
    {
        var error = await RefusedAsync("DeleteMessageBatch", await BatchAsync([id]));

        Assert.Equal("InvalidBatchEntryId", error.Code);
    }

    [Fact]
    public async Task More_than_a_mebibyte_together_is_refused()
    {
        var queue = await CreateAsync("orders");
        var entries = Names("a", "b").Select(id => new { Id = id, MessageBody = new string('x', 600_000) });

        var error = await RefusedAsync("SendMessageBatch", new { QueueUrl = queue, Entries = entries });

        Assert.Equal("BatchRequestTooLong", error.Code);
        Assert.Equal("Batch requests cannot be longer than 1048576 bytes. You have sent 1200000 bytes.", error.Message);
        Assert.Equal((0, 0, 0), await CountsAsync(queue));
    }

    private async Task<object> BatchAsync(IEnumerable<string> ids) => new
    {
        QueueUrl = await CreateAsync("orders"),
        Entries = ids.Select(id => new { Id = id, MessageBody = "x", ReceiptHandle = "x", VisibilityTimeout = 1 }),
    };
}
