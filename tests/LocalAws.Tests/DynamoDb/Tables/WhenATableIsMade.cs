namespace LocalAws.Tests.DynamoDb.Tables;

public sealed class WhenATableIsMade
{
    private const string Keys = """
        "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
        "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "N"}]
        """;

    private readonly Dynamo _dynamo = new();

    [Fact]
    public async Task It_is_active_at_once_and_described_as_it_was_asked_for()
    {
        var made = await _dynamo.CallAsync("CreateTable", $$"""
            {"TableName": "things", "BillingMode": "PAY_PER_REQUEST", {{Keys}} }
            """);
        var table = (await _dynamo.CallAsync("DescribeTable", """{"TableName": "things"}"""))["Table"]!;

        Assert.Equal("CREATING", (string?)made["TableDescription"]!["TableStatus"]);
        Assert.Equal("ACTIVE", (string?)table["TableStatus"]);
        Assert.Equal("arn:aws:dynamodb:us-east-1:000000000000:table/things", (string?)table["TableArn"]);
        Assert.Equal((string?)made["TableDescription"]!["TableId"], (string?)table["TableId"]);
        Assert.Equal(_dynamo.Time.GetUtcNow().ToUnixTimeSeconds(), (double)table["CreationDateTime"]!);
        Dynamo.AssertJson("""{"BillingMode": "PAY_PER_REQUEST"}""", made["TableDescription"]!["BillingModeSummary"]);
        Assert.Equal("PAY_PER_REQUEST", (string?)table["BillingModeSummary"]!["BillingMode"]);
        Assert.Equal((double)table["CreationDateTime"]!, (double)table["BillingModeSummary"]!["LastUpdateToPayPerRequestDateTime"]!);
        Assert.Null(made["TableDescription"]!["WarmThroughput"]);
        Dynamo.AssertJson(
            """{"ReadUnitsPerSecond": 12000, "WriteUnitsPerSecond": 4000, "Status": "ACTIVE"}""", table["WarmThroughput"]);
        Dynamo.AssertJson(
            """[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}]""", table["KeySchema"]);
        Dynamo.AssertJson(
            """[{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "N"}]""",
            table["AttributeDefinitions"]);
    }

    [Fact]
    public async Task Provisioned_capacity_is_shown_and_can_be_exchanged_for_payment_per_request()
    {
        await _dynamo.CallAsync("CreateTable", $$"""
            {"TableName": "things", "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 6}, {{Keys}} }
            """);
        var before = (await _dynamo.CallAsync("DescribeTable", """{"TableName": "things"}"""))["Table"]!;

        var updating = await _dynamo.CallAsync("UpdateTable", """{"TableName": "things", "BillingMode": "PAY_PER_REQUEST"}""");

        var after = (await _dynamo.CallAsync("DescribeTable", """{"TableName": "things"}"""))["Table"]!;
        Assert.Equal((5, 6), ((int)before["ProvisionedThroughput"]!["ReadCapacityUnits"]!, (int)before["ProvisionedThroughput"]!["WriteCapacityUnits"]!));
        Assert.Null(before["BillingModeSummary"]);
        Dynamo.AssertJson("""{"ReadUnitsPerSecond": 5, "WriteUnitsPerSecond": 6, "Status": "ACTIVE"}""", before["WarmThroughput"]);
        Assert.Equal("UPDATING", (string?)updating["TableDescription"]!["TableStatus"]);
        Assert.Equal("ACTIVE", (string?)after["TableStatus"]);
        Assert.Equal(0, (int)after["ProvisionedThroughput"]!["ReadCapacityUnits"]!);
        Assert.Equal("PAY_PER_REQUEST", (string?)after["BillingModeSummary"]!["BillingMode"]);
    }

    [Fact]
    public async Task Encryption_with_AWSs_own_key_is_all_there_is()
    {
        await _dynamo.CallAsync("CreateTable", $$"""
            {"TableName": "things", "BillingMode": "PAY_PER_REQUEST", "SSESpecification": {"Enabled": false}, {{Keys}} }
            """);

        var refusal = await _dynamo.RefusedAsync("CreateTable", $$"""
            {"TableName": "others", "BillingMode": "PAY_PER_REQUEST", "SSESpecification": {"Enabled": true}, {{Keys}} }
            """);

        Assert.Equal("SSESpecification is not supported by the embedded AWS.", refusal.Message);
    }

    [Fact]
    public async Task An_attribute_that_is_defined_twice_is_told_first() => Assert.Equal(
        "Attribute Name is duplicated: pk",
        (await _dynamo.RefusedAsync("CreateTable", """
            {
                "TableName": "things", "BillingMode": "PAY_PER_REQUEST", "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
                "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "pk", "AttributeType": "N"}]
            }
            """)).Message);

    [Fact]
    public async Task An_update_that_changes_nothing_or_only_half_is_refused()
    {
        await _dynamo.CreateTableAsync("things");

        var nothing = await _dynamo.RefusedAsync("UpdateTable", """{"TableName": "things"}""");
        var half = await _dynamo.RefusedAsync("UpdateTable", """{"TableName": "things", "BillingMode": "PROVISIONED"}""");

        Assert.StartsWith("At least one of ProvisionedThroughput, BillingMode,", nothing.Message, StringComparison.Ordinal);
        Assert.Equal(
            "One or more parameter values were invalid: ProvisionedThroughput must be specified when BillingMode is PROVISIONED",
            half.Message);
    }

    [Fact]
    public async Task A_name_is_taken_once_per_region()
    {
        await _dynamo.CreateTableAsync("things");

        var refusal = await Assert.ThrowsAsync<LocalAws.Http.AwsException>(() => _dynamo.CreateTableAsync("things"));

        Assert.Equal(("ResourceInUseException", "Table already exists: things"), (refusal.Code, refusal.Message));
        Dynamo.AssertJson("""{"TableNames": []}""", await _dynamo.CallAsync("ListTables", "{}", region: "eu-west-1"));
    }

    [Theory]
    [InlineData("\"TableName\": \"ab\"", "TableName must be at least 3 characters long and at most 255 characters long")]
    [InlineData("\"TableName\": \"bad name\"",
        "1 validation error detected: Value 'bad name' at 'tableName' failed to satisfy constraint: "
        + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")]
    [InlineData("\"BillingMode\": \"PAY_PER_REQUEST\"",
        "The parameter 'TableName' is required but was not present in the request")]
    [InlineData("\"TableName\": \"things\"",
        "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED")]
    [InlineData("\"TableName\": \"things\", \"ProvisionedThroughput\": {\"WriteCapacityUnits\": 0}, \"TableClass\": \"FAST\"",
        "3 validation errors detected: "
        + "Value '0' at 'provisionedThroughput.writeCapacityUnits' failed to satisfy constraint: "
        + "Member must have value greater than or equal to 1; "
        + "Value null at 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must not be null; "
        + "Value 'FAST' at 'tableClass' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [STANDARD, STANDARD_INFREQUENT_ACCESS]")]
    [InlineData("\"TableName\": \"things\", \"ProvisionedThroughput\": {\"ReadCapacityUnits\": 1, \"WriteCapacityUnits\": 1000000000001}",
        "Given value 1000000000001 for WriteCapacityUnits is out of bounds")]
    [InlineData("\"TableName\": \"things\", \"BillingMode\": \"FREE\"",
        "1 validation error detected: Value 'FREE' at 'billingMode' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST]")]
    [InlineData("\"TableName\": \"things\", \"StreamSpecification\": {\"StreamEnabled\": true}",
        "One or more parameter values were invalid: Table is being created with a stream enabled, UpdateViewType is required")]
    [InlineData("\"TableName\": \"things\", \"StreamSpecification\": {\"StreamEnabled\": false, \"StreamViewType\": \"KEYS_ONLY\"}",
        "One or more parameter values were invalid: Table is being created with a stream disabled, UpdateViewType should not be specified")]
    [InlineData("\"TableName\": \"things\", \"StreamSpecification\": {\"StreamViewType\": \"ALL\"}",
        "2 validation errors detected: "
        + "Value null at 'streamSpecification.streamEnabled' failed to satisfy constraint: Member must not be null; "
        + "Value 'ALL' at 'streamSpecification.streamViewType' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [NEW_IMAGE, OLD_IMAGE, NEW_AND_OLD_IMAGES, KEYS_ONLY]")]
    public async Task What_makes_no_table_is_refused(string members, string message)
    {
        var refusal = await _dynamo.RefusedAsync("CreateTable", $$"""{ {{members}}, {{Keys}} }""");

        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
    }

    [Theory]
    [InlineData("pk RANGE", "pk S", "Invalid KeySchema: The first KeySchemaElement is not a HASH key type")]
    [InlineData("pk HASH,sk RANGE", "pk S", "Invalid KeySchema: Some index key attribute have no definition")]
    [InlineData("pk HASH,sk HASH", "pk S,sk S", "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type")]
    [InlineData("pk HASH,pk RANGE", "pk S,sk S", "Both the Hash Key and the Range Key element in the KeySchema have the same name")]
    [InlineData("pk HASH,sk RANGE", "pk S,other S",
        "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. "
        + "Keys: [pk, sk], AttributeDefinitions: [pk, other]")]
    [InlineData("pk HASH", "pk S,other S",
        "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match "
        + "number of attributes defined in AttributeDefinitions")]
    [InlineData("pk HASH", "pk SS",
        "1 validation error detected: Value 'SS' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [B, N, S]")]
    public async Task Its_key_has_to_make_sense(string keys, string definitions, string message)
    {
        var refusal = await _dynamo.RefusedAsync("CreateTable", $$"""
            {
                "TableName": "things", "BillingMode": "PAY_PER_REQUEST",
                "KeySchema": [{{Pairs(keys, "KeyType")}}], "AttributeDefinitions": [{{Pairs(definitions, "AttributeType")}}]
            }
            """);

        Assert.Equal(message, refusal.Message);
    }

    private static string Pairs(string pairs, string second) => string.Join(", ", pairs.Split(',').Select(pair =>
        $$"""{"AttributeName": "{{pair.Split(' ')[0]}}", "{{second}}": "{{pair.Split(' ')[1]}}"}"""));
}
