namespace LocalAws.Tests.DynamoDb.Tables;

public sealed class WhenItemsExpire
{
    private const string Key = """{"pk": {"S": "x"}}""";

    private readonly Dynamo _dynamo = new();

    [Fact]
    public async Task They_are_there_for_a_minute_and_gone_after_it()
    {
        await PutExpiringAsync(TimeSpan.FromSeconds(10));

        _dynamo.Time.Advance(TimeSpan.FromSeconds(69));
        var before = await _dynamo.GetAsync("things", Key);
        _dynamo.Time.Advance(TimeSpan.FromSeconds(1));
        var after = await _dynamo.GetAsync("things", Key);

        Assert.NotNull(before);
        Assert.Null(after);
    }

    [Fact]
    public async Task No_read_sees_them_and_no_condition()
    {
        await PutExpiringAsync(TimeSpan.Zero);
        _dynamo.Time.Advance(TimeSpan.FromMinutes(1));

        var scan = await _dynamo.CallAsync("Scan", """{"TableName": "things"}""");
        var query = await _dynamo.CallAsync("Query", """
            {"TableName": "things", "KeyConditionExpression": "pk = :x", "ExpressionAttributeValues": {":x": {"S": "x"}}}
            """);
        await _dynamo.CallAsync("PutItem", $$"""
            {"TableName": "things", "Item": {{Key}}, "ConditionExpression": "attribute_not_exists(pk)"}
            """);

        Assert.Equal((0, 0), ((int)scan["Count"]!, (int)query["ScannedCount"]!));
        Dynamo.AssertJson(Key, await _dynamo.GetAsync("things", Key));
    }

    [Fact]
    public async Task No_transaction_sees_them()
    {
        await PutExpiringAsync(TimeSpan.Zero);
        _dynamo.Time.Advance(TimeSpan.FromMinutes(1));

        var read = await _dynamo.CallAsync(
            "TransactGetItems", $$"""{"TransactItems": [{"Get": {"TableName": "things", "Key": {{Key}} } }]}""");
        await _dynamo.CallAsync("TransactWriteItems", $$"""
            {"TransactItems": [
                {"Put": {"TableName": "things", "Item": {{Key}}, "ConditionExpression": "attribute_not_exists(pk)"} }
            ]}
            """);

        Dynamo.AssertJson("[{}]", read["Responses"]);
        Dynamo.AssertJson(Key, await _dynamo.GetAsync("things", Key));
    }

    [Fact]
    public async Task Their_memory_is_given_back_when_others_are_written()
    {
        await PutExpiringAsync(TimeSpan.Zero);
        _dynamo.Time.Advance(TimeSpan.FromMinutes(2));

        for (var i = 0; i < 500; i++)
        {
            await _dynamo.PutAsync("things", $$"""{"pk": {"S": "{{i}}"} }""");
        }

        var table = (await _dynamo.CallAsync("DescribeTable", """{"TableName": "things"}"""))["Table"]!;
        Assert.Equal(500, (int)table["ItemCount"]!);
    }

    [Theory]
    [InlineData("""{"S": "1"}""")]
    [InlineData("""{"N": "1"}""")]
    [InlineData("""{"N": "99999999999999999999"}""")]
    public async Task What_is_no_time_of_the_last_five_years_expires_nothing(string expiry)
    {
        await _dynamo.CreateTableAsync("things");
        await EnableAsync();

        await _dynamo.PutAsync("things", $$"""{"pk": {"S": "x"}, "expiresAt": {{expiry}} }""");

        Assert.NotNull(await _dynamo.GetAsync("things", Key));
    }

    [Fact]
    public async Task It_is_described_and_switched_off()
    {
        await PutExpiringAsync(TimeSpan.Zero);
        _dynamo.Time.Advance(TimeSpan.FromMinutes(2));

        var on = await _dynamo.CallAsync("DescribeTimeToLive", """{"TableName": "things"}""");
        await _dynamo.CallAsync("UpdateTimeToLive", """
            {"TableName": "things", "TimeToLiveSpecification": {"Enabled": false, "AttributeName": "expiresAt"}}
            """);
        var off = await _dynamo.CallAsync("DescribeTimeToLive", """{"TableName": "things"}""");

        Dynamo.AssertJson("""{"TimeToLiveDescription": {"TimeToLiveStatus": "ENABLED", "AttributeName": "expiresAt"}}""", on);
        Dynamo.AssertJson("""{"TimeToLiveDescription": {"TimeToLiveStatus": "DISABLED"}}""", off);
        Assert.NotNull(await _dynamo.GetAsync("things", Key));
    }

    [Theory]
    [InlineData("true", "expiresAt", "TimeToLive is already enabled")]
    [InlineData("true", "other", "TimeToLive is active on a different AttributeName: current AttributeName is expiresAt")]
    [InlineData("false", "other", "TimeToLive is active on a different AttributeName: current AttributeName is expiresAt")]
    public async Task Enabling_it_again_is_refused(string enabled, string attribute, string message)
    {
        await _dynamo.CreateTableAsync("things");
        await EnableAsync();

        var refusal = await _dynamo.RefusedAsync("UpdateTimeToLive", $$$$"""
            {"TableName": "things", "TimeToLiveSpecification": {"Enabled": {{{{enabled}}}}, "AttributeName": "{{{{attribute}}}}"}}
            """);

        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
    }

    private async Task PutExpiringAsync(TimeSpan fromNow)
    {
        await _dynamo.CreateTableAsync("things");
        await EnableAsync();
        var expiry = (_dynamo.Time.GetUtcNow() + fromNow).ToUnixTimeSeconds();
        await _dynamo.PutAsync("things", $$"""{"pk": {"S": "x"}, "expiresAt": {"N": "{{expiry}}"} }""");
    }

    private async Task EnableAsync() => await _dynamo.CallAsync("UpdateTimeToLive", """
        {"TableName": "things", "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "expiresAt"}}
        """);
}
