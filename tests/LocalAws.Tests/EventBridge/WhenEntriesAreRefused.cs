using System.Text.Json.Nodes;

namespace LocalAws.Tests.EventBridge;

public sealed class WhenEntriesAreRefused : EventBridgeSpec
{
    [Theory]
    [InlineData("""{"DetailType":"t","Detail":"{}"}""", "InvalidArgument", "Parameter Source is not valid. Reason: Source is a required argument.")]
    [InlineData("""{"Source":"s","Detail":"{}"}""", "InvalidArgument", "Parameter DetailType is not valid. Reason: DetailType is a required argument.")]
    [InlineData("""{"Source":"s","DetailType":"t"}""", "InvalidArgument", "Parameter Detail is not valid. Reason: Detail is a required argument.")]
    [InlineData("""{"Source":"s","DetailType":"t","Detail":"text"}""", "MalformedDetail", "Detail is malformed.")]
    [InlineData("""{"Source":"s","DetailType":"t","Detail":"[1]"}""", "MalformedDetail", "Detail is malformed.")]
    [InlineData("""{"Source":"s","DetailType":"t","Detail":"\"{}\""}""", "MalformedDetail", "Detail is malformed.")]
    [InlineData("""{"Source":"s","DetailType":"t","Detail":"{\"a\":}"}""", "MalformedDetail", "Detail is malformed.")]
    [InlineData("""{"Source":"s","DetailType":"t","Detail":"{\"a\":[\"\\ud800\"]}"}""", "MalformedDetail", "Detail is malformed.")]
    [InlineData("""{"Source":"s","DetailType":"t","Detail":"{\"\\uDC00\":1}"}""", "MalformedDetail", "Detail is malformed.")]
    [InlineData("""{"Source":"s","DetailType":"t","Detail":"{},\"source\":\"forged\",\"x\":{}"}""", "MalformedDetail", "Detail is malformed.")]
    [InlineData("""{"Source":"aws.ec2","DetailType":"t","Detail":"{}"}""", "NotAuthorizedForSourceException", "Not authorized for the source.")]
    public async Task Each_has_its_own_error_and_the_others_go_through(string entry, string code, string message)
    {
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });

        var put = await CallAsync("PutEvents", $$"""{"Entries":[{{entry}},{"Source":"s","DetailType":"t","Detail":"{}"}]}""");

        Assert.Equal(1, (int)put["FailedEntryCount"]!);
        Assert.True(JsonNode.DeepEquals(
            new JsonObject { ["ErrorCode"] = code, ["ErrorMessage"] = message }, put["Entries"]![0]));
        Assert.Equal((string?)put["Entries"]![1]!["EventId"], (string?)(await Queues.NextAsync()).Json["id"]);
    }

    [Theory]
    [InlineData("-62135596801")]
    [InlineData("253402300800")]
    [InlineData("1e30")]
    [InlineData("\"soon\"")]
    public async Task A_time_is_one_of_the_calendar(string time) => Assert.StartsWith(
        "SerializationException: ",
        await RefusalAsync("PutEvents", $$"""{"Entries":[{"Source":"s","DetailType":"t","Detail":"{}","Time":{{time}}}]}"""));

    [Fact]
    public async Task A_request_has_1_to_10_entries()
    {
        const string Quote =
            "[PutEventsRequestEntry(time=null, source=s, resources=null, detailType=t, detail={}, eventBusName=null, traceHeader=null, kmsKeyIdentifier=null, internalMetadata=null), PutEventsRequestEntry(";
        const string TooFew = "'entries' failed to satisfy constraint: Member must have length greater than or equal to 1";
        const string TooMany = "'entries' failed to satisfy constraint: Member must have length less than or equal to 10";

        Assert.EndsWith(TooFew, await RefusalAsync("PutEvents", """{"Entries":[]}"""));
        var refusal = await RefusalAsync("PutEvents", new { Entries = Enumerable.Repeat(Entry(), 11) });
        Assert.EndsWith(TooMany, refusal);
        Assert.StartsWith($"ValidationException: 1 validation error detected: Value '{Quote}", refusal);
    }

    [Fact]
    public async Task A_request_holds_at_most_1_MB()
    {
        const int Limit = 1024 * 1024;

        // Source "s", DetailType "t" and {"x":"…"}, an é of two bytes included, and 14 bytes for the time.
        object Entry(int bytes) =>
            new { Source = "s", DetailType = "t", Detail = $$"""{"x":"é{{new string('x', bytes - 26)}}"}""", Time = 0 };

        Assert.Equal(0, (int)(await PutAsync(Entry(Limit)))["FailedEntryCount"]!);
        Assert.Equal(
            "ValidationException: Total size of the entries in the request is over the limit.",
            await RefusalAsync("PutEvents", new { Entries = new[] { Entry(Limit + 1) } }));
        Assert.StartsWith(
            "ValidationException: Total size",
            await RefusalAsync("PutEvents", new { Entries = new[] { Entry(Limit / 2), Entry((Limit / 2) + 1) } }));
    }
}
