namespace LocalAws.Tests.DynamoDb.Items;

public sealed class WhenARequestIsMalformed
{
    private readonly Dynamo _dynamo = new();

    [Theory]
    [InlineData("PutItem", """{"Item": {"pk": {"S": "x"}}}""",
        "1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null")]
    [InlineData("PutItem", """{"TableName": "things"}""",
        "1 validation error detected: Value null at 'item' failed to satisfy constraint: Member must not be null")]
    [InlineData("GetItem", """{"TableName": "", "Key": {}}""",
        "1 validation error detected: Value '' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("GetItem", """{"TableName": "bad table!", "Key": {}}""",
        "1 validation error detected: Value 'bad table!' at 'tableName' failed to satisfy constraint: "
        + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")]
    [InlineData("GetItem", """{"TableName": "ab", "Key": {}}""",
        "1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3")]
    [InlineData("UpdateItem", """{"TableName": "things", "Key": {"pk": {"S": "x"}}, "ReturnValues": "SOME", "ReturnConsumedCapacity": "ALL"}""",
        "2 validation errors detected: Value 'SOME' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: "
        + "[ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]; Value 'ALL' at 'returnConsumedCapacity' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]")]
    [InlineData("PutItem", """{"TableName": "things", "Item": {"pk": {"S": "x"}}, "ReturnValues": "ALL_NEW"}""",
        "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("DeleteItem", """{"TableName": "things", "Key": {"pk": {"S": "x"}}, "ReturnValues": "UPDATED_OLD"}""",
        "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("BatchGetItem", """{"RequestItems": {"things": null}}""",
        "1 validation error detected: Value null at 'requestItems.things.member.keys' failed to satisfy constraint: Member must not be null")]
    [InlineData("BatchWriteItem", """{"RequestItems": {"things": null}}""",
        "1 validation error detected: Value '{things=[…]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: "
        + "[Member must have length less than or equal to 25, Member must have length greater than or equal to 1]")]
    [InlineData("BatchWriteItem", """{"RequestItems": {"nowhere": [{}]}}""",
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [InlineData("BatchGetItem", """{"RequestItems": {"nowhere": {"Keys": [{"pk": {"S": "x"}}, {"pk": {"S": "x"}}]}}}""",
        "Provided list of item keys contains duplicates")]
    [InlineData("BatchGetItem",
        """{"RequestItems": {"nowhere": {"Keys": [{"pk": {"S": "x"}}, {"pk": {"S": "x"}}], "ProjectionExpression": ""}}}""",
        "Invalid ProjectionExpression: The expression can not be empty;")]
    [InlineData("UpdateTable",
        """{"TableName": "nowhere", "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 1}}""",
        "1 validation error detected: Value '0' at 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: "
        + "Member must have value greater than or equal to 1")]
    [InlineData("PutItem",
        """{"TableName": "things", "Item": {}, "ConditionExpression": "a = :a", "ExpressionAttributeValues": {":a": {"SS": []}}}""",
        "ExpressionAttributeValues contains invalid value: "
        + "One or more parameter values were invalid: An string set  may not be empty for key :a")]
    [InlineData("Query",
        """{"TableName": "things", "KeyConditionExpression": "pk = :a", "ExpressionAttributeValues": {":a": {"N": "many"}}}""",
        "ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: many for key :a")]
    [InlineData("PutItem", """{"TableName": "things", "Item": {"pk": {"S": "x", "N": "y"}}}""",
        "The parameter cannot be converted to a numeric value: y")]
    [InlineData("DeleteItem", """{"TableName": "things", "Key": {"pk": {"S": "x"}}, "ExpressionAttributeValues": {":a": {"S": "x"}}}""",
        "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null")]
    [InlineData("Query",
        """{"TableName": "nowhere", "KeyConditionExpression": "NOT a = b", "FilterExpression": ""}""",
        "Invalid FilterExpression: The expression can not be empty;")]
    [InlineData("GetItem",
        """{"TableName": "things", "Key": {"pk": {"S": "x"}}, "ProjectionExpression": "#a", "ExpressionAttributeNames": {"#a": null}}""",
        "Invalid ProjectionExpression: An expression attribute name used in the document path is not defined; attribute name: #a")]
    public async Task It_says_what_is_wrong_with_its_members(string operation, string request, string message)
    {
        await _dynamo.CreateTableAsync("things");

        var refusal = await _dynamo.RefusedAsync(operation, request);

        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
    }

    [Theory]
    [InlineData("GetItem", "AttributesToGet", "[\"a\"]", "ProjectionExpression")]
    [InlineData("UpdateItem", "AttributeUpdates", "{}", "UpdateExpression")]
    [InlineData("DeleteItem", "Expected", "{}", "ConditionExpression")]
    [InlineData("Query", "KeyConditions", "{}", "KeyConditionExpression")]
    [InlineData("Query", "QueryFilter", "{}", "FilterExpression")]
    [InlineData("Scan", "ScanFilter", "{}", "FilterExpression")]
    [InlineData("Scan", "ConditionalOperator", "\"OR\"", "ConditionExpression")]
    public async Task A_parameter_from_before_expressions_is_refused_not_ignored(
        string operation, string parameter, string value, string instead)
    {
        var refusal = await _dynamo.RefusedAsync(operation, $$$$"""
            {"TableName": "things", "Key": {"pk": {"S": "x"}}, "{{{{parameter}}}}": {{{{value}}}} }
            """);

        Assert.Equal(
            $"The legacy parameter {parameter} (use {instead} instead) is not supported by the embedded AWS.", refusal.Message);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_not_found_once_the_request_is_sound()
    {
        var sound = await _dynamo.RefusedAsync("GetItem", """{"TableName": "nowhere", "Key": {"pk": {"S": "x"}}}""");
        var unsound = await _dynamo.RefusedAsync(
            "GetItem", """{"TableName": "nowhere", "Key": {"pk": {"S": "x"}}, "ProjectionExpression": "name"}""");

        Assert.Equal(("ResourceNotFoundException", "Requested resource not found"), (sound.Code, sound.Message));
        Assert.Equal("ValidationException", unsound.Code);
    }

    [Fact]
    public async Task Members_that_nobody_knows_are_ignored()
    {
        await _dynamo.CreateTableAsync("things");

        await _dynamo.CallAsync("PutItem", """{"TableName": "things", "Item": {"pk": {"S": "x"}}, "Shiny": {"New": [1]}}""");

        Assert.NotNull(await _dynamo.GetAsync("things", """{"pk": {"S": "x"}}"""));
    }
}
