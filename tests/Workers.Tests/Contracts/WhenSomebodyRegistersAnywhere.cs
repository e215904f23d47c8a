using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenSomebodyRegistersAnywhere
{
    private static readonly EventName Somewhere = new("a-shop-of-theirs", "user-registered");

    [Theory]
    [InlineData("""{"userId":"USER-1"}""")]
    [InlineData("""{"customerId":"USER-1"}""")]
    [InlineData("""{"userId":"USER-1","customerId":"USER-1","plan":"free"}""")]
    public void The_id_is_read_under_either_name(string detail) =>
        Assert.Equal(new UserRegistered("USER-1"), EventCatalog.Build().Read(Bodies.Envelope(Somewhere, detail), "M1").Detail);

    [Fact]
    public void What_they_say_of_themselves_comes_along() =>
        Assert.Equal(
            new UserRegistered("USER-1", "ada@example.com", "Ada", new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero)),
            EventCatalog.Build().Read(
                Bodies.Envelope(Somewhere, """{"userId":"USER-1","email":"ada@example.com","name":"Ada","timestamp":"2026-01-15T10:00:00Z"}"""), "M1").Detail);

    [Theory]
    [InlineData("{}", "userId: is required")]
    [InlineData("""{"userId":7}""", "userId: must be text")]
    [InlineData("""{"userId":"A","customerId":"B"}""", "userId: must be the customerId, or absent")]
    [InlineData("""{"userId":"A B"}""", "customerId: must have 1 to 128 characters: letters A to Z, digits, - and _, with single dots between them")]
    [InlineData("""{"userId":"A","email":"nobody"}""", "email: must be an e-mail address of at most 254 characters, such as name@company.example")]
    [InlineData("""{"userId":"A","email":"a@b.example, c@d.example"}""", "email: must be an e-mail address of at most 254 characters, such as name@company.example")]
    [InlineData("""{"userId":"A","email":"a@b.example\n"}""", "email: must be an e-mail address of at most 254 characters, such as name@company.example")]
    public void What_is_malformed_is_told(string detail, string problem) => Poison.Told(Somewhere, detail, problem);
}
