using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LocalAws.Tests.Data;

public sealed class WhenDynamoDbIsStartedAgain : DataSpec
{
    [Fact]
    public async Task Every_kind_of_value_is_as_it_was()
    {
        await CreateTableAsync();
        var item = new Dictionary<string, AttributeValue>
        {
            ["pk"] = new("p"),
            ["sk"] = new() { N = "1.5E-7" },
            ["S"] = new("é\"\\\n\u0001 \ud83d\ude00"),
            ["N"] = new() { N = "-12345678901234567890123456789012345678" },
            ["B"] = new() { B = new MemoryStream([0, 255, 1]) },
            ["BOOL"] = new() { BOOL = false },
            ["NULL"] = new() { NULL = true },
            ["L"] = new() { L = [new("a"), new() { M = new() { ["x"] = new() { NS = ["3", "1", "2"] } } }] },
            ["M"] = new() { M = [], IsMSet = true },
            ["SS"] = new() { SS = ["b", "a"] },
            ["BS"] = new() { BS = [new MemoryStream([7])] },
        };
        await Dynamo.PutItemAsync("things", item, Cancellation);
        var before = await AllAsync();

        await RestartAsync();

        Assert.Equal(before, await AllAsync());
        Assert.Contains("\"sk\":{\"N\":\"0.00000015\"}", before);
    }

    [Fact]
    public async Task Tables_are_described_as_before()
    {
        await CreateTableAsync();
        await Dynamo.UpdateTableAsync(
            new UpdateTableRequest { TableName = "things", DeletionProtectionEnabled = true, TableClass = TableClass.STANDARD_INFREQUENT_ACCESS },
            Cancellation);
        await Dynamo.TagResourceAsync(
            new TagResourceRequest { ResourceArn = Arn, Tags = [new Tag { Key = "team", Value = "shop" }] }, Cancellation);
        var before = await CallAsync("DynamoDB_20120810.DescribeTable", new { TableName = "things" });

        await RestartAsync(TimeSpan.FromHours(1));

        var after = await CallAsync("DynamoDB_20120810.DescribeTable", new { TableName = "things" });
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        var tags = await Dynamo.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = Arn }, Cancellation);
        Assert.Equal(("team", "shop"), (Assert.Single(tags.Tags).Key, tags.Tags[0].Value));
    }

    [Fact]
    public async Task Each_region_has_its_own_tables()
    {
        await CreateTableAsync();

        await RestartAsync();

        var elsewhere = await CallAsync("DynamoDB_20120810.ListTables", new { }, "eu-west-1");
        Assert.Equal("""{"TableNames":[]}""", elsewhere.ToJsonString());
        Assert.Equal(["things"], (await Dynamo.ListTablesAsync(Cancellation)).TableNames);
    }

    [Fact]
    public async Task Indexes_are_full_again()
    {
        await CreateTableAsync();
        await PutAsync("p", 1, ("color", "red"));
        await PutAsync("q", 2, ("color", "red"));
        await PutAsync("r", 3);

        await RestartAsync();

        var found = await Dynamo.QueryAsync(
            new QueryRequest
            {
                TableName = "things",
                IndexName = "by-color",
                KeyConditionExpression = "color = :c",
                ExpressionAttributeValues = new() { [":c"] = new("red") },
            },
            Cancellation);
        Assert.Equal(["p", "q"], found.Items.Select(item => item["pk"].S).Order());
    }

    [Fact]
    public async Task What_expired_meanwhile_is_gone_and_its_stream_says_so()
    {
        await CreateTableAsync();
        await Dynamo.UpdateTimeToLiveAsync(
            new UpdateTimeToLiveRequest
            {
                TableName = "things",
                TimeToLiveSpecification = new() { AttributeName = "expires", Enabled = true },
            },
            Cancellation);
        var expiry = Time.GetUtcNow().AddMinutes(10).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await Dynamo.PutItemAsync(
            "things", new() { ["pk"] = new("p"), ["sk"] = new() { N = "1" }, ["expires"] = new() { N = expiry } }, Cancellation);

        await RestartAsync(TimeSpan.FromMinutes(12));

        Assert.Equal("[]", await AllAsync());
        Assert.Equal(["INSERT p", "REMOVE p"], await StreamedAsync());
    }

    [Fact]
    public async Task A_stream_has_its_records_and_goes_on_after_them()
    {
        await CreateTableAsync();
        await PutAsync("p", 1);
        var before = await StreamArnAsync();

        await RestartAsync(TimeSpan.FromHours(1));
        await PutAsync("q", 1);

        Assert.Equal(before, await StreamArnAsync());
        Assert.Equal(["INSERT p", "INSERT q"], await StreamedAsync());
    }

    [Fact]
    public async Task Records_of_a_stream_are_kept_for_a_day_whether_the_server_runs_or_not()
    {
        await CreateTableAsync();
        await PutAsync("p", 1);

        await RestartAsync(TimeSpan.FromHours(25));

        Assert.Empty(await StreamedAsync());
    }

    [Fact]
    public async Task The_stream_of_a_table_that_is_gone_can_be_read_on()
    {
        await CreateTableAsync();
        await PutAsync("p", 1);
        var stream = await StreamArnAsync();
        await Dynamo.DeleteTableAsync("things", Cancellation);

        await RestartAsync();

        Assert.Empty((await Dynamo.ListTablesAsync(Cancellation)).TableNames ?? []);
        Assert.Equal(["INSERT p"], await StreamedAsync(stream));
    }

    [Fact]
    public async Task A_transaction_with_the_same_token_is_still_the_same()
    {
        await CreateTableAsync();
        await AddAsync();

        await RestartAsync(TimeSpan.FromMinutes(5));
        await AddAsync();

        Assert.Contains("\"count\":{\"N\":\"1\"}", await AllAsync());

        Task AddAsync() => Dynamo.TransactWriteItemsAsync(
            new TransactWriteItemsRequest
            {
                ClientRequestToken = "once",
                TransactItems =
                [
                    new()
                    {
                        Update = new()
                        {
                            TableName = "things",
                            Key = new() { ["pk"] = new("p"), ["sk"] = new() { N = "1" } },
                            UpdateExpression = "ADD #c :one",
                            ExpressionAttributeNames = new() { ["#c"] = "count" },
                            ExpressionAttributeValues = new() { [":one"] = new() { N = "1" } },
                        },
                    },
                ],
            },
            Cancellation);
    }

    private const string Arn = "arn:aws:dynamodb:us-east-1:000000000000:table/things";

    private Task<CreateTableResponse> CreateTableAsync() => Dynamo.CreateTableAsync(
        new CreateTableRequest
        {
            TableName = "things",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions =
            [
                new("pk", ScalarAttributeType.S),
                new("sk", ScalarAttributeType.N),
                new("color", ScalarAttributeType.S),
            ],
            KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
            GlobalSecondaryIndexes =
            [
                new()
                {
                    IndexName = "by-color",
                    KeySchema = [new("color", KeyType.HASH)],
                    Projection = new() { ProjectionType = ProjectionType.KEYS_ONLY },
                },
            ],
            StreamSpecification = new() { StreamEnabled = true, StreamViewType = StreamViewType.NEW_IMAGE },
        },
        Cancellation);

    private Task<PutItemResponse> PutAsync(string pk, int sk, params (string Name, string Value)[] more)
    {
        var item = more.ToDictionary(one => one.Name, one => new AttributeValue(one.Value));
        item["pk"] = new(pk);
        item["sk"] = new() { N = sk.ToString(CultureInfo.InvariantCulture) };
        return Dynamo.PutItemAsync("things", item, Cancellation);
    }

    private async Task<string> AllAsync() =>
        (await CallAsync("DynamoDB_20120810.Scan", new { TableName = "things" }))["Items"]!.ToJsonString();

    private async Task<string> StreamArnAsync() => (await Dynamo.DescribeTableAsync("things", Cancellation)).Table.LatestStreamArn;

    private async Task<IEnumerable<string>> StreamedAsync(string? stream = null)
    {
        const string Streams = "DynamoDBStreams_20120810";
        stream ??= await StreamArnAsync();
        var shard = new
        {
            StreamArn = stream,
            ShardId = "shardId-00000000000000000000-00000001",
            ShardIteratorType = "TRIM_HORIZON",
        };
        var iterator = (string?)(await CallAsync($"{Streams}.GetShardIterator", shard))["ShardIterator"];
        var records = (await CallAsync($"{Streams}.GetRecords", new { ShardIterator = iterator }))["Records"]!.AsArray();
        return records.Select(record => $"{record!["eventName"]} {record["dynamodb"]!["Keys"]!["pk"]!["S"]}").ToList();
    }
}
