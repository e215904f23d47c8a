namespace LocalAws.Tests.EventBridge;

public sealed class WhenABusIsOfAnotherAccount : EventBridgeSpec
{
    private const string Theirs = "arn:aws:events:us-east-1:111122223333:event-bus/default";
    private const string Refusal = $"User: arn:aws:iam::000000000000:root is not authorized to access this resource: {Theirs}";

    [Fact]
    public async Task An_entry_for_it_is_refused_alone()
    {
        var put = await PutAsync(Entry(bus: Theirs), Entry());

        Assert.Equal(1, (int)put["FailedEntryCount"]!);
        var refused = put["Entries"]![0]!;
        Assert.Equal(("AccessDeniedException", Refusal), ((string)refused["ErrorCode"]!, (string)refused["ErrorMessage"]!));
        Assert.NotNull(put["Entries"]![1]!["EventId"]);
    }

    [Theory]
    [InlineData("DescribeEventBus", $$"""{"Name":"{{Theirs}}"}""")]
    [InlineData("PutRule", $$$"""{"Name":"r","EventBusName":"{{{Theirs}}}","EventPattern":"{\"source\":[\"s\"]}"}""")]
    [InlineData("ListRules", $$"""{"EventBusName":"{{Theirs}}"}""")]
    [InlineData("ListTagsForResource", $$"""{"ResourceARN":"{{Theirs}}"}""")]
    public async Task It_is_not_there_to_be_used(string operation, string request) =>
        Assert.Equal($"AccessDeniedException: {Refusal}", await RefusalAsync(operation, request));

    [Fact]
    public async Task An_archive_does_not_find_it() => Assert.Equal(
        "ResourceNotFoundException: Event bus default does not exist.",
        await RefusalAsync("CreateArchive", $$"""{"ArchiveName":"a","EventSourceArn":"{{Theirs}}"}"""));
}
