using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.Tests.DynamoDb.Values;

public sealed class WhenANumberIsRead
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("+0.0", "0")]
    [InlineData("0e125", "0")]
    [InlineData("5.", "5")]
    [InlineData(".5", "0.5")]
    [InlineData("+.5", "0.5")]
    [InlineData("00042", "42")]
    [InlineData("0042.1200", "42.12")]
    [InlineData("-7.1234", "-7.1234")]
    [InlineData("1e2", "100")]
    [InlineData("1.e5", "100000")]
    [InlineData("1.5E+3", "1500")]
    [InlineData("+1e-2", "0.01")]
    [InlineData("1.23E10", "12300000000")]
    [InlineData("100200300", "100200300")]
    [InlineData("0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001")]
    [InlineData("12345678901234567890123456789012345678", "12345678901234567890123456789012345678")]
    [InlineData("3.1415926535897932384626433832795028841", "3.1415926535897932384626433832795028841")]
    [InlineData("314159265358979323846.26433832795028841", "314159265358979323846.26433832795028841")]
    public void It_is_kept_exactly_and_written_in_full(string text, string expected) =>
        Assert.Equal(expected, NumberParser.Parse(text).ToString());

    [Fact]
    public void The_largest_magnitudes_are_kept()
    {
        Assert.Equal("1" + new string('0', 125), NumberParser.Parse("1E125").ToString());
        Assert.Equal("-" + new string('9', 38) + new string('0', 88), NumberParser.Parse($"-9.{new string('9', 37)}E+125").ToString());
        Assert.Equal("0." + new string('0', 129) + "1", NumberParser.Parse("1E-130").ToString());
    }

    [Theory]
    [InlineData("1e126")]
    [InlineData("11e125")]
    [InlineData("-1e126")]
    [InlineData("0e126")]
    [InlineData("1e2147483648")]
    [InlineData("1e99999999999")]
    public void A_magnitude_too_large_overflows(string text) => Assert.Equal(
        "Number overflow. Attempting to store a number with magnitude larger than supported range",
        Refusal(text));

    [Theory]
    [InlineData("1e-131")]
    [InlineData("0.9e-130")]
    [InlineData("0e-131")]
    [InlineData("1e-99999999999")]
    public void A_magnitude_too_small_underflows(string text) => Assert.Equal(
        "Number underflow. Attempting to store a number with magnitude smaller than supported range",
        Refusal(text));

    [Theory]
    [InlineData("123456789012345678901234567890123456789")]
    [InlineData("3.14159265358979323846264338327950288419")]
    [InlineData("100000000000000000000000000000000000001")]
    public void More_than_38_digits_are_refused(string text) => Assert.Equal(
        "Attempting to store more than 38 significant digits in a Number",
        Refusal(text));

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("dog")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1 5")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("++5")]
    [InlineData("+-5")]
    [InlineData("-+5")]
    [InlineData("1.2.3")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("e2")]
    [InlineData("1.2e3.4")]
    [InlineData("0x5")]
    [InlineData("1_000")]
    [InlineData("1e9223372036854775808")]
    public void What_is_no_number_is_refused(string text) =>
        Assert.Equal($"The parameter cannot be converted to a numeric value: {text}", Refusal(text));

    private static string Refusal(string text) => Assert.Throws<AwsException>(() => NumberParser.Parse(text)).Message;
}
