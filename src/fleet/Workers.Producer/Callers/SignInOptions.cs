using System.ComponentModel.DataAnnotations;

namespace Workers.Producer.Callers;

/// <summary>
/// What callers need to be let in. Bound from <c>Workers:Producer:SignIn</c>; whose tokens count stands in
/// <c>Authentication:Schemes:Bearer</c>.
/// </summary>
internal sealed class SignInOptions
{
    /// <summary>Whether callers must sign in: so it is where <c>Authentication:Schemes:Bearer</c> says whose tokens count.</summary>
    public bool IsOn { get; internal set; }

    /// <summary>
    /// The scope with which a customer sees stock, and places, sees and cancels orders of its own: those whose customerId is the token's
    /// subject.
    /// </summary>
    /// <value><c>orders</c>. A token carries scopes in <c>scope</c> or <c>scp</c>, with spaces between.</value>
    [Required(ErrorMessage = "Workers:Producer:SignIn:CustomerScope must not be empty: no customer could be let in.")]
    public string CustomerScope { get; set; } = "orders";

    /// <summary>The scope with which a caller may use every route, for every customer.</summary>
    /// <value><c>staff</c>.</value>
    [Required(ErrorMessage = "Workers:Producer:SignIn:StaffScope must not be empty: nobody could keep the stock.")]
    public string StaffScope { get; set; } = "staff";
}
