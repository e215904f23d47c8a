namespace LocalAws.Tests.DynamoDb.Tables;

public sealed class WhenTablesAreListedAndDeleted
{
    private readonly Dynamo _dynamo = new();

    [Fact]
    public async Task Names_come_in_order_and_in_pages()
    {
        foreach (var name in (string[])["ccc", "aaa", "bbb"])
        {
            await _dynamo.CreateTableAsync(name);
        }

        var first = await _dynamo.CallAsync("ListTables", """{"Limit": 2}""");
        var second = await _dynamo.CallAsync("ListTables", """{"Limit": 2, "ExclusiveStartTableName": "bbb"}""");

        Dynamo.AssertJson("""{"TableNames": ["aaa", "bbb"], "LastEvaluatedTableName": "bbb"}""", first);
        Dynamo.AssertJson("""{"TableNames": ["ccc"]}""", second);
    }

    [Fact]
    public async Task A_deleted_table_is_gone_with_its_items_and_its_name_is_free()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", """{"pk": {"S": "x"}}""");

        var deleted = await _dynamo.CallAsync("DeleteTable", """{"TableName": "things"}""");
        var refusal = await _dynamo.RefusedAsync("GetItem", """{"TableName": "things", "Key": {"pk": {"S": "x"}}}""");
        await _dynamo.CreateTableAsync("things");

        Assert.Equal("DELETING", (string?)deleted["TableDescription"]!["TableStatus"]);
        Assert.Equal(("ResourceNotFoundException", "Requested resource not found"), (refusal.Code, refusal.Message));
        Assert.Null(await _dynamo.GetAsync("things", """{"pk": {"S": "x"}}"""));
    }

    [Theory]
    [InlineData("DescribeTable")]
    [InlineData("DeleteTable")]
    [InlineData("DescribeTimeToLive")]
    public async Task A_table_that_is_not_there_is_named(string operation)
    {
        var refusal = await _dynamo.RefusedAsync(operation, """{"TableName": "nowhere"}""");

        Assert.Equal(
            ("ResourceNotFoundException", "Requested resource not found: Table: nowhere not found"),
            (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task A_protected_table_stays()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.CallAsync("UpdateTable", """{"TableName": "things", "DeletionProtectionEnabled": true}""");

        var refusal = await _dynamo.RefusedAsync("DeleteTable", """{"TableName": "things"}""");
        await _dynamo.CallAsync("UpdateTable", """{"TableName": "things", "DeletionProtectionEnabled": false}""");
        await _dynamo.CallAsync("DeleteTable", """{"TableName": "things"}""");

        Assert.Equal("ValidationException", refusal.Code);
    }

    [Fact]
    public async Task Of_one_that_goes_neither_keys_nor_age_are_told()
    {
        await _dynamo.CreateTableAsync("things");

        var going = (await _dynamo.CallAsync("DeleteTable", """{"TableName": "things"}"""))["TableDescription"]!;

        Assert.Equal("DELETING", (string?)going["TableStatus"]);
        Assert.NotNull(going["BillingModeSummary"]!["LastUpdateToPayPerRequestDateTime"]);
        Assert.Null(going["KeySchema"] ?? going["AttributeDefinitions"] ?? going["CreationDateTime"]);
    }

    [Theory]
    [InlineData("{}", "Invalid TableArn")]
    [InlineData("""{"ResourceArn": "things"}""", "Invalid TableArn: Invalid ResourceArn provided as input things")]
    [InlineData("""{"ResourceArn": "arn:aws:dynamodb:us-east-1:000000000000:table/things/index/byName"}""",
        "Invalid TableArn: Invalid ResourceArn provided as input arn:aws:dynamodb:us-east-1:000000000000:table/things/index/byName")]
    [InlineData("""{"ResourceArn": "arn:aws:dynamodb:us-east-1:000000000000:table/ab"}""",
        "Invalid TableArn: Invalid ResourceArn provided as input arn:aws:dynamodb:us-east-1:000000000000:table/ab")]
    public async Task Only_tables_have_tags_and_their_ARN_is_looked_at_first(string request, string message)
    {
        foreach (var operation in new[] { "TagResource", "UntagResource", "ListTagsOfResource" })
        {
            Assert.Equal(message, (await _dynamo.RefusedAsync(operation, request)).Message);
        }
    }

    [Fact]
    public async Task Its_items_are_counted()
    {
        await _dynamo.CreateTableAsync("things");
        await _dynamo.PutAsync("things", """{"pk": {"S": "x"}, "a": {"S": "12345"}}""");
        await _dynamo.PutAsync("things", """{"pk": {"S": "y"}}""");
        await _dynamo.PutAsync("things", """{"pk": {"S": "x"}, "a": {"S": "1"}}""");

        var table = (await _dynamo.CallAsync("DescribeTable", """{"TableName": "things"}"""))["Table"]!;

        Assert.Equal((2, 3 + 2 + 3), ((int)table["ItemCount"]!, (int)table["TableSizeBytes"]!));
    }

    [Theory]
    [InlineData("TagResource", "\"Tags\": []", "Atleast one Tag needs to be provided as Input.")]
    [InlineData("UntagResource", "\"TagKeys\": []", "Atleast one Tag Key needs to be provided as Input.")]
    [InlineData("TagResource", "\"Tags\": [{\"Key\": \"a\", \"Value\": \"1\"}, {\"Key\": \"a\", \"Value\": \"2\"}]",
        "Duplicate Tag Keys provided as input: Duplicate Tag Key found a")]
    [InlineData("TagResource", "\"Tags\": [{\"Key\": \"aws:a\", \"Value\": \"1\"}]", "Tag Key cannot be prefixed with aws:, Key: aws:a")]
    [InlineData("TagResource", "\"Tags\": [{\"Key\": \"a?\", \"Value\": \"1\"}]", "The Tag Key provided is invalid, Key: a?")]
    [InlineData("TagResource", "\"Tags\": [{\"Key\": \"a\", \"Value\": \"?\"}]", "The Tag Value provided is invalid, Value: ?")]
    [InlineData("TagResource", "\"Tags\": [{\"Key\": \"\", \"Value\": \"1\"}]",
        "1 validation error detected: Value '' at 'tags.1.member.key' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 1")]
    public async Task Tags_have_limits(string operation, string members, string message)
    {
        await _dynamo.CreateTableAsync("things");

        var refusal = await _dynamo.RefusedAsync(
            operation, $$"""{"ResourceArn": "arn:aws:dynamodb:us-east-1:000000000000:table/things", {{members}} }""");

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task A_table_has_at_most_50_tags_however_they_come()
    {
        await _dynamo.CreateTableAsync("things");
        await TagAsync(0, 50);
        await TagAsync(49, 1);

        var refusal = await Assert.ThrowsAsync<LocalAws.Http.AwsException>(() => TagAsync(50, 1));

        Assert.Equal("Number of Tags exceed the current limit for the provided ResourceArn", refusal.Message);

        Task TagAsync(int first, int count)
        {
            var tags = Enumerable.Range(first, count).Select(number => $$"""{"Key": "k{{number}}", "Value": "v"}""");
            return _dynamo.CallAsync("TagResource", $$"""
                {
                    "ResourceArn": "arn:aws:dynamodb:us-east-1:000000000000:table/things",
                    "Tags": [{{string.Join(", ", tags)}}]
                }
                """);
        }
    }

    [Fact]
    public async Task Tags_are_kept_added_and_taken_away()
    {
        const string Arn = "arn:aws:dynamodb:us-east-1:000000000000:table/things";
        await _dynamo.CreateTableAsync("things");

        await _dynamo.CallAsync("TagResource", $$"""
            {"ResourceArn": "{{Arn}}", "Tags": [{"Key": "b", "Value": "2"}, {"Key": "a", "Value": "1"}]}
            """);
        await _dynamo.CallAsync("UntagResource", $$"""{"ResourceArn": "{{Arn}}", "TagKeys": ["b", "unknown"]}""");

        Dynamo.AssertJson(
            """{"Tags": [{"Key": "a", "Value": "1"}]}""",
            await _dynamo.CallAsync("ListTagsOfResource", $$"""{"ResourceArn": "{{Arn}}"}"""));
        Assert.Equal(
            "ResourceNotFoundException",
            (await _dynamo.RefusedAsync("ListTagsOfResource", $$"""{"ResourceArn": "{{Arn}}2"}""")).Code);
    }
}
