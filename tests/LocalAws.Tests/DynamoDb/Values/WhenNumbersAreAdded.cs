using System.Globalization;
using System.Numerics;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.Tests.DynamoDb.Values;

public sealed class WhenNumbersAreAdded
{
    private const int Rounds = 2_000;

    [Theory]
    [InlineData("1", "10000000000000000000000", "10000000000000000000001")]
    [InlineData("0.1", "0.2", "0.3")]
    [InlineData("5", "-5", "0")]
    [InlineData("-1.50", "0.25", "-1.25")]
    [InlineData("1e38", "-1", "99999999999999999999999999999999999999")]
    [InlineData("95", "5", "100")]
    public void The_sum_is_exact(string left, string right, string sum) =>
        Assert.Equal(sum, (NumberParser.Parse(left) + NumberParser.Parse(right)).ToString());

    [Theory]
    [InlineData("9e125", "9e125")]
    [InlineData("1e50", "1")]
    [InlineData("1e125", "1e-130")]
    public void A_sum_that_does_not_fit_overflows(string left, string right)
    {
        var refusal = Assert.Throws<AwsException>(() => NumberParser.Parse(left) + NumberParser.Parse(right));

        Assert.StartsWith("Number overflow.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_agree_with_big_integers()
    {
        var random = new Random(42);
        for (var i = 0; i < Rounds; i++)
        {
            var (a, b, zeros) = (Digits(random), Digits(random), random.Next(0, 30));
            var expected = (a + b) * BigInteger.Pow(10, zeros);

            var sum = Parse(a, zeros) + Parse(b, zeros);

            Assert.Equal(expected.ToString(CultureInfo.InvariantCulture), sum.ToString());
        }
    }

    [Fact]
    public void Adding_commutes_and_subtracting_undoes_it()
    {
        var random = new Random(43);
        for (var i = 0; i < Rounds; i++)
        {
            var a = Parse(Digits(random), random.Next(-20, 5));
            var b = Parse(Digits(random) % 1_000_000, random.Next(-5, 5));
            try
            {
                Assert.Equal(a + b, b + a);
                Assert.Equal(a, a + b - b);
            }
            catch (AwsException)
            {
                // More than 38 digits between the two: refused either way round.
                Assert.Throws<AwsException>(() => b + a);
            }
        }
    }

    [Fact]
    public void The_order_agrees_with_the_sign_of_the_difference()
    {
        var random = new Random(44);
        for (var i = 0; i < Rounds; i++)
        {
            var (a, b) = (Parse(Digits(random) % 10_000, random.Next(-4, 5)), Parse(Digits(random) % 10_000, random.Next(-4, 5)));

            Assert.Equal(Math.Sign((a - b).CompareTo(DynamoNumber.Zero)), Math.Sign(a.CompareTo(b)));
            Assert.Equal(-Math.Sign(a.CompareTo(b)), Math.Sign(b.CompareTo(a)));
        }
    }

    [Fact]
    public void Writing_and_reading_gives_the_same_number()
    {
        var random = new Random(45);
        for (var i = 0; i < Rounds; i++)
        {
            var number = Parse(Digits(random), random.Next(-120, 90));

            Assert.Equal(number, NumberParser.Parse(number.ToString()));
            Assert.Equal(number.GetHashCode(), NumberParser.Parse(number.ToString()).GetHashCode());
        }
    }

    private static BigInteger Digits(Random random)
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(1, 37)).Select(_ => random.Next(10)));
        return BigInteger.Parse(text, CultureInfo.InvariantCulture) * (random.Next(2) == 0 ? 1 : -1);
    }

    private static DynamoNumber Parse(BigInteger digits, int exponent) =>
        NumberParser.Parse(string.Create(CultureInfo.InvariantCulture, $"{digits}e{exponent}"));
}
