using System.Text;
using System.Text.Json;
using LocalAws.DynamoDb.Json;
using LocalAws.DynamoDb.Values;

namespace LocalAws.Tests.DynamoDb.Values;

public sealed class WhenAnItemIsMeasured
{
    [Theory]
    [InlineData("""{"a":{"S":"hello"}}""", 1 + 5)]
    [InlineData("""{"ab":{"S":"héllo"}}""", 2 + 6)]
    [InlineData("""{"a":{"B":"AAEC"}}""", 1 + 3)]
    [InlineData("""{"a":{"BOOL":true},"b":{"NULL":true}}""", 2 + 2)]
    [InlineData("""{"a":{"SS":["x","yz"]}}""", 1 + 3)]
    [InlineData("""{"a":{"NS":["1","22"]}}""", 1 + 2 + 2)]
    [InlineData("""{"a":{"BS":["AA==","AAE="]}}""", 1 + 3)]
    [InlineData("""{"a":{"L":[]}}""", 1 + 3)]
    [InlineData("""{"a":{"L":[{"S":"x"},{"N":"1"}]}}""", 1 + 3 + (1 + 1) + (1 + 2))]
    [InlineData("""{"a":{"M":{}}}""", 1 + 3)]
    [InlineData("""{"a":{"M":{"bc":{"S":"x"}}}}""", 1 + 3 + (1 + 2 + 1))]
    public void Names_and_values_count(string item, int size) => Assert.Equal(size, Read(item).Size);

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1", 2)]
    [InlineData("12", 2)]
    [InlineData("123", 3)]
    [InlineData("1234", 3)]
    [InlineData("123456", 4)]
    [InlineData("12345678901234567890123456789012345678", 20)]
    [InlineData("100", 2)]
    [InlineData("1010", 3)]
    [InlineData("0.0000001", 2)]
    [InlineData("1E125", 2)]
    [InlineData("1E-100", 2)]
    [InlineData("1.5", 3)]
    [InlineData("0.15", 2)]
    [InlineData("100.5", 4)]
    [InlineData("1.234", 4)]
    [InlineData("3.14159", 5)]
    [InlineData("-42", 3)]
    public void A_number_counts_by_its_digits_on_either_side_of_the_point(string number, int size) =>
        Assert.Equal(size, NumberParser.Parse(number).Size);

    private static AttributeMap Read(string json) =>
        JsonSerializer.Deserialize(Encoding.UTF8.GetBytes($$"""{"Item":{{json}} }"""), DynamoDbJson.Default.PutItemRequest)!.Item!;
}
