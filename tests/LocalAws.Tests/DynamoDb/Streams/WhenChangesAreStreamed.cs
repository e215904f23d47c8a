using System.Globalization;
using System.Text.Json.Nodes;
using LocalAws.Http;

namespace LocalAws.Tests.DynamoDb.Streams;

public sealed class WhenChangesAreStreamed
{
    private const string Shard = "shardId-00000000000000000000-00000001";

    private readonly Dynamo _dynamo = new();

    [Theory]
    [InlineData("KEYS_ONLY", false, false)]
    [InlineData("NEW_IMAGE", true, false)]
    [InlineData("OLD_IMAGE", false, true)]
    [InlineData("NEW_AND_OLD_IMAGES", true, true)]
    public async Task It_tells_each_change_as_its_view_says(string view, bool hasNew, bool hasOld)
    {
        await OpenAsync(view);
        await PutAsync("1");
        await PutAsync("2");
        await _dynamo.CallAsync("DeleteItem", """{"TableName": "things", "Key": {"pk": {"S": "x"}}}""");

        var records = await RecordsAsync(await IteratorAsync("TRIM_HORIZON"));

        Assert.Equal(["INSERT", "MODIFY", "REMOVE"], records.Select(record => (string?)record["eventName"]));
        Assert.Equal(hasNew ? [1, 2, 0] : [0, 0, 0], records.Select(record => Image(record, "NewImage")));
        Assert.Equal(hasOld ? [0, 1, 2] : [0, 0, 0], records.Select(record => Image(record, "OldImage")));
        Assert.All(records, record => Dynamo.AssertJson("""{"pk": {"S": "x"}}""", record["dynamodb"]!["Keys"]));
    }

    [Fact]
    public async Task A_record_is_complete()
    {
        await OpenAsync("NEW_AND_OLD_IMAGES");
        await PutAsync("1");

        var record = Assert.Single(await RecordsAsync(await IteratorAsync("TRIM_HORIZON")));

        Assert.Matches("^[0-9a-f]{32}$", (string?)record["eventID"]);
        record.AsObject().Remove("eventID");
        Dynamo.AssertJson(
            $$$$"""
            {
                "eventName": "INSERT", "eventVersion": "1.1", "eventSource": "aws:dynamodb", "awsRegion": "us-east-1",
                "dynamodb": {
                    "ApproximateCreationDateTime": {{{{_dynamo.Time.GetUtcNow().ToUnixTimeSeconds()}}}}, "Keys": {"pk": {"S": "x"}},
                    "NewImage": {"pk": {"S": "x"}, "n": {"N": "1"}}, "SequenceNumber": "100000000000000000000", "SizeBytes": 9,
                    "StreamViewType": "NEW_AND_OLD_IMAGES"
                }
            }
            """,
            record);
    }

    [Fact]
    public async Task What_changes_nothing_is_not_told()
    {
        await OpenAsync("KEYS_ONLY");
        await PutAsync("1");
        await PutAsync("1");
        await _dynamo.CallAsync("DeleteItem", """{"TableName": "things", "Key": {"pk": {"S": "y"}}}""");

        Assert.Single(await RecordsAsync(await IteratorAsync("TRIM_HORIZON")));
    }

    [Fact]
    public async Task Transactions_and_batches_are_told_too()
    {
        await OpenAsync("KEYS_ONLY");
        await _dynamo.CallAsync("TransactWriteItems", """
            {"TransactItems": [
                {"Put": {"TableName": "things", "Item": {"pk": {"S": "x"}}}},
                {"ConditionCheck": {"TableName": "things", "Key": {"pk": {"S": "y"}}, "ConditionExpression": "attribute_not_exists(pk)"}}
            ]}
            """);
        await _dynamo.CallAsync("BatchWriteItem", """{"RequestItems": {"things": [{"DeleteRequest": {"Key": {"pk": {"S": "x"}}}}]}}""");

        Assert.Equal(
            ["INSERT", "REMOVE"],
            (await RecordsAsync(await IteratorAsync("TRIM_HORIZON"))).Select(record => (string?)record["eventName"]));
    }

    [Fact]
    public async Task Iterators_begin_where_they_are_told_to_and_go_on()
    {
        await OpenAsync("NEW_IMAGE");
        await PutAsync("1");
        await PutAsync("2");
        await PutAsync("3");
        var second = (string)(await RecordsAsync(await IteratorAsync("TRIM_HORIZON")))[1]["dynamodb"]!["SequenceNumber"]!;
        var latest = await IteratorAsync("LATEST");
        await PutAsync("4");

        Assert.Equal([2, 3, 4], await ImagesAsync(await IteratorAsync("AT_SEQUENCE_NUMBER", second)));
        Assert.Equal([3, 4], await ImagesAsync(await IteratorAsync("AFTER_SEQUENCE_NUMBER", second)));
        Assert.Equal([4], await ImagesAsync(latest));

        var page = await GetAsync(await IteratorAsync("TRIM_HORIZON"), limit: 3);
        var rest = await GetAsync((string)page["NextShardIterator"]!, limit: 3);
        Assert.Equal((3, 1), (page["Records"]!.AsArray().Count, rest["Records"]!.AsArray().Count));
        Assert.Empty(await RecordsAsync((string)rest["NextShardIterator"]!));
    }

    [Fact]
    public async Task What_time_to_live_deletes_is_told_as_its_doing()
    {
        await OpenAsync("OLD_IMAGE");
        await _dynamo.CallAsync("UpdateTimeToLive", """
            {"TableName": "things", "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "n"}}
            """);
        await PutAsync($"{_dynamo.Time.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds()}");
        var iterator = await IteratorAsync("LATEST");

        _dynamo.Time.Advance(TimeSpan.FromMinutes(5));

        var record = Assert.Single(await RecordsAsync(iterator));
        Assert.Equal("REMOVE", (string?)record["eventName"]);
        Dynamo.AssertJson("""{"PrincipalId": "dynamodb.amazonaws.com", "Type": "Service"}""", record["userIdentity"]);
    }

    [Fact]
    public async Task A_write_in_the_place_of_an_expired_item_is_an_insertion_after_its_removal()
    {
        await OpenAsync("KEYS_ONLY");
        await _dynamo.CallAsync("UpdateTimeToLive", """
            {"TableName": "things", "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "n"}}
            """);
        await PutAsync($"{_dynamo.Time.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds()}");
        _dynamo.Time.Advance(TimeSpan.FromMinutes(5));
        await PutAsync("1");

        var records = await RecordsAsync(await IteratorAsync("TRIM_HORIZON"));

        Assert.Equal(["INSERT", "REMOVE", "INSERT"], records.Select(record => (string?)record["eventName"]));
        Assert.Equal([false, true, false], records.Select(record => record["userIdentity"] is not null));
    }

    [Fact]
    public async Task Records_are_kept_for_24_hours()
    {
        await OpenAsync("NEW_IMAGE");
        await PutAsync("1");
        var number = (string)(await RecordsAsync(await IteratorAsync("TRIM_HORIZON")))[0]["dynamodb"]!["SequenceNumber"]!;
        _dynamo.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        await PutAsync("2");
        var old = await IteratorAsync("TRIM_HORIZON");
        Assert.Equal([1, 2], await ImagesAsync(old));

        _dynamo.Time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal([2], await ImagesAsync(await IteratorAsync("TRIM_HORIZON")));
        Assert.Equal("TrimmedDataAccessException", (await RefusedAsync("GetRecords", $$"""{"ShardIterator": "{{old}}"}""")).Code);
        Assert.Equal("TrimmedDataAccessException", (await RefusedAsync("GetShardIterator", $$"""
            {
                "StreamArn": "{{await ArnAsync()}}", "ShardId": "{{Shard}}", "ShardIteratorType": "AT_SEQUENCE_NUMBER",
                "SequenceNumber": "{{number}}"
            }
            """)).Code);
    }

    [Fact]
    public async Task An_iterator_is_good_for_15_minutes()
    {
        await OpenAsync("KEYS_ONLY");
        var iterator = await IteratorAsync("LATEST");

        _dynamo.Time.Advance(TimeSpan.FromMinutes(15));
        await RecordsAsync(iterator);
        _dynamo.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("ExpiredIteratorException", (await RefusedAsync("GetRecords", $$"""{"ShardIterator": "{{iterator}}"}""")).Code);
    }

    [Fact]
    public async Task It_is_described_with_its_table_and_listed()
    {
        await OpenAsync("KEYS_ONLY");

        var table = await _dynamo.DescribeAsync("things");
        var described = await _dynamo.CallStreamsAsync("DescribeStream", $$"""{"StreamArn": "{{await ArnAsync()}}"}""");
        var listed = await _dynamo.CallStreamsAsync("ListStreams", """{"TableName": "things"}""");

        Dynamo.AssertJson("""{"StreamEnabled": true, "StreamViewType": "KEYS_ONLY"}""", table["StreamSpecification"]);
        Dynamo.AssertJson(
            $$"""
            {
                "StreamArn": "{{table["LatestStreamArn"]}}", "StreamLabel": "{{table["LatestStreamLabel"]}}", "StreamStatus": "ENABLED",
                "StreamViewType": "KEYS_ONLY", "CreationRequestDateTime": {{_dynamo.Time.GetUtcNow().ToUnixTimeSeconds()}},
                "TableName": "things", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
                "Shards": [{"ShardId": "{{Shard}}", "SequenceNumberRange": {"StartingSequenceNumber": "100000000000000000000"} }]
            }
            """,
            described["StreamDescription"]);
        Dynamo.AssertJson(
            $$"""
            {
                "Streams": [{
                    "StreamArn": "{{table["LatestStreamArn"]}}", "TableName": "things", "StreamLabel": "{{table["LatestStreamLabel"]}}"
                }]
            }
            """,
            listed);
        Assert.Empty((await _dynamo.CallStreamsAsync("ListStreams", """{"TableName": "other"}"""))["Streams"]!.AsArray());
    }

    [Fact]
    public async Task A_disabled_one_can_be_read_to_its_end_and_a_new_one_begins_anew()
    {
        await OpenAsync("NEW_IMAGE");
        await PutAsync("1");
        var iterator = await IteratorAsync("TRIM_HORIZON");

        await ChangeAsync("""{"StreamEnabled": false}""");
        await PutAsync("2");
        var page = await GetAsync(iterator);

        Assert.Equal(1, Image(Assert.Single(page["Records"]!.AsArray())!, "NewImage"));
        Assert.Null(page["NextShardIterator"]);
        Assert.Null((await _dynamo.DescribeAsync("things"))["StreamSpecification"]);
        Assert.Equal("Table has no stream to disable: TableName: things", await ChangeRefusedAsync("""{"StreamEnabled": false}"""));

        await ChangeAsync("""{"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}""");
        await PutAsync("3");
        Assert.Equal([3], await ImagesAsync(await IteratorAsync("TRIM_HORIZON")));
        Assert.Equal(
            "Table already has an enabled stream: TableName: things",
            await ChangeRefusedAsync("""{"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}"""));
    }

    [Theory]
    [InlineData("AT_SEQUENCE_NUMBER")]
    [InlineData("AFTER_SEQUENCE_NUMBER")]
    public async Task An_empty_one_can_be_read_from_the_number_that_it_begins_with(string type)
    {
        await OpenAsync("NEW_IMAGE");
        var iterator = await IteratorAsync(type, "100000000000000000000");

        await PutAsync("1");

        Assert.Single((await GetAsync(iterator))["Records"]!.AsArray());
        Assert.Equal("ValidationException", (await RefusedAsync("GetShardIterator", $$"""
            {
                "StreamArn": "{{await ArnAsync()}}", "ShardId": "{{Shard}}", "ShardIteratorType": "LATEST",
                "SequenceNumber": "100000000000000000000"
            }
            """)).Code);
    }

    [Fact]
    public async Task Its_shard_was_never_split()
    {
        await OpenAsync("KEYS_ONLY");
        var arn = await ArnAsync();

        var children = await _dynamo.CallStreamsAsync("DescribeStream", $$"""
            {"StreamArn": "{{arn}}", "ShardFilter": {"Type": "CHILD_SHARDS", "ShardId": "{{Shard}}"} }
            """);

        Assert.Empty(children["StreamDescription"]!["Shards"]!.AsArray());
        Assert.Equal("ValidationException", (await RefusedAsync("DescribeStream", $$"""
            {"StreamArn": "{{arn}}", "ShardFilter": {"Type": "CHILD_SHARDS"} }
            """)).Code);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await OpenAsync("KEYS_ONLY");

        Assert.Equal("ResourceNotFoundException", (await RefusedAsync("DescribeStream", """
            {"StreamArn": "arn:aws:dynamodb:us-east-1:000000000000:table/things/stream/then"}
            """)).Code);
        Assert.Equal("Invalid StreamArn", (await RefusedAsync("DescribeStream", """{"StreamArn": "arn:aws:dynamodb:x"}""")).Message);
        Assert.Equal("Invalid StreamArn", (await RefusedAsync("ListStreams", """{"ExclusiveStartStreamArn": "nonsense"}""")).Message);
        Assert.Equal("ResourceNotFoundException", (await RefusedAsync("GetShardIterator", $$"""
            {"StreamArn": "{{await ArnAsync()}}", "ShardId": "shardId-0", "ShardIteratorType": "LATEST"}
            """)).Code);
        Assert.Equal("ValidationException", (await RefusedAsync("GetRecords", """{"ShardIterator": "nonsense"}""")).Code);
    }

    private static int Image(JsonNode record, string image) => int.Parse(
        (string?)record["dynamodb"]![image]?["n"]?["N"] ?? "0", CultureInfo.InvariantCulture);

    private Task<JsonNode> OpenAsync(string view) => _dynamo.CallAsync("CreateTable", $$"""
        {
            "TableName": "things", "BillingMode": "PAY_PER_REQUEST", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
            "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
            "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "{{view}}"}
        }
        """);

    private Task<JsonNode> ChangeAsync(string stream) =>
        _dynamo.CallAsync("UpdateTable", $$"""{"TableName": "things", "StreamSpecification": {{stream}} }""");

    private async Task<string> ChangeRefusedAsync(string stream) =>
        (await _dynamo.RefusedAsync("UpdateTable", $$"""{"TableName": "things", "StreamSpecification": {{stream}} }""")).Message;

    private Task PutAsync(string number) => _dynamo.PutAsync("things", $$$$"""{"pk": {"S": "x"}, "n": {"N": "{{{{number}}}}"}}""");

    private async Task<string> ArnAsync() => (string)(await _dynamo.DescribeAsync("things"))["LatestStreamArn"]!;

    private async Task<string> IteratorAsync(string type, string? number = null) =>
        (string)(await _dynamo.CallStreamsAsync("GetShardIterator", $$"""
            {
                "StreamArn": "{{await ArnAsync()}}", "ShardId": "{{Shard}}", "ShardIteratorType": "{{type}}"
                {{(number is null ? "" : $", \"SequenceNumber\": \"{number}\"")}}
            }
            """))["ShardIterator"]!;

    private Task<JsonNode> GetAsync(string iterator, int limit = 1000) =>
        _dynamo.CallStreamsAsync("GetRecords", $$"""{"ShardIterator": "{{iterator}}", "Limit": {{limit}} }""");

    private async Task<List<JsonNode>> RecordsAsync(string iterator) =>
        [.. (await GetAsync(iterator))["Records"]!.AsArray().OfType<JsonNode>()];

    private async Task<IEnumerable<int>> ImagesAsync(string iterator) =>
        (await RecordsAsync(iterator)).Select(record => Image(record, "NewImage"));

    private Task<AwsException> RefusedAsync(string operation, string request) =>
        Assert.ThrowsAsync<AwsException>(() => _dynamo.CallStreamsAsync(operation, request));
}
