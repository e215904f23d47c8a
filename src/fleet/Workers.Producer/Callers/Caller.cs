using Microsoft.Extensions.Options;

namespace Workers.Producer.Callers;

/// <summary>Who makes a request.</summary>
/// <param name="Id">The subject of the caller's token; null where nobody is asked to sign in.</param>
/// <param name="IsStaff">Whether the caller may act for every customer. So may everybody where nobody is asked to sign in.</param>
internal sealed record Caller(string? Id, bool IsStaff)
{
    private const string Subject = "sub";

    /// <summary>Bound by the framework.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    public static Caller Of(HttpContext context)
    {
        var signIn = context.RequestServices.GetRequiredService<IOptions<SignInOptions>>().Value;
        return signIn.IsOn
            ? new(context.User.FindFirst(Subject)?.Value, SignIn.HasScope(context.User, signIn.StaffScope))
            : new(null, IsStaff: true);
    }

    /// <summary>What the caller's requests are counted under.</summary>
    public static string KeyOf(HttpContext context) =>
        context.User.FindFirst(Subject)?.Value is { } subject ? $"caller {subject}" : $"address {context.Connection.RemoteIpAddress}";

    /// <summary>Whether the caller may see and change what is this customer's.</summary>
    public bool Owns(string? customerId) => IsStaff || (Id is not null && Id == customerId);
}
