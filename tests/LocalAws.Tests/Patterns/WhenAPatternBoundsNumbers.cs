namespace LocalAws.Tests.Patterns;

public sealed class WhenAPatternBoundsNumbers
{
    [Theory]
    [InlineData("""["=",100]""", "100.00", true)]
    [InlineData("""["=",100]""", "100.01", false)]
    [InlineData("""["=",3.018e2]""", "301.8", true)]
    [InlineData("""["<",10]""", "9.99", true)]
    [InlineData("""["<",10]""", "10", false)]
    [InlineData("""["<=",10]""", "10", true)]
    [InlineData("""["<=",10]""", "10.0000001", false)]
    [InlineData("""[">",0]""", "0", false)]
    [InlineData("""[">",0]""", "1e-9", true)]
    [InlineData("""[">=",100]""", "100", true)]
    [InlineData("""[">=",100]""", "99.99", false)]
    [InlineData("""[">=",-5]""", "-5", true)]
    [InlineData("""[">",0,"<=",5]""", "5", true)]
    [InlineData("""[">",0,"<=",5]""", "0", false)]
    [InlineData("""[">",0,"<",5]""", "5", false)]
    [InlineData("""[">=",0,"<",5]""", "0", true)]
    [InlineData("""[">=",5e9]""", "5000000000", true)]
    [InlineData("""["=",1]""", "1e0", true)]
    [InlineData("""["=",0]""", "1e-30", false)]
    [InlineData("""[">",100]""", "\"300\"", false)]
    [InlineData("""[">",100]""", "null", false)]
    public void Numbers_within_match(string range, string value, bool expected) =>
        Assert.Equal(expected, PatternVerdict.Matches($$"""{"n":[{"numeric":{{range}}}]}""", $$"""{"n":{{value}}}"""));
}
