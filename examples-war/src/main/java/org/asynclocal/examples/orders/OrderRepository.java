package org.asynclocal.examples.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** The orders in the server's own database, read and written in the current transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OrderRepository {
  @PersistenceContext private EntityManager entities;

  void add(CustomerOrder order) {
    entities.persist(order);
  }

  /**
   * Returns an order of the current transaction.
   *
   * @param orderId its id
   * @return the order, managed
   */
  CustomerOrder get(String orderId) {
    return entities.getReference(CustomerOrder.class, orderId);
  }

  /**
   * Lists the confirmed orders.
   *
   * @return the orders, oldest first
   */
  List<CustomerOrder> confirmed() {
    return entities
        .createQuery(
            "select o from CustomerOrder o where o.confirmed = true order by o.placedAt",
            CustomerOrder.class)
        .getResultList();
  }
}
